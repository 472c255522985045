/**
 * @typedef {object} Heap what the page's own thread holds after its garbage is collected
 * @property {number} bytes
 * @property {number} elements of the document, listened to or not
 * @property {number} listeners
 */

/**
 * Opens the site with the soak's script in it, on the backend that the address names.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {string} script path of what is set into the page
 * @returns `errors` collects what the page throws and what stands as an error in its console.
 * @throws {Error} when the page computes on another backend than it was asked to.
 */
export async function openPage(browser, address, script) {
  // Without motion every change is immediate, so there is no tween to wait for.
  const page = await browser.newPage({
    viewport: { width: 1024, height: 768 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => message.type() === 'error' && errors.push(`in the console: ${message.text()}`));
  page.on('crash', () => errors.push('the page crashed'));
  await page.addInitScript({ path: script });
  await page.goto(address);
  await page.waitForFunction(() => window.hopscope !== undefined);
  await page.evaluate(() => globalThis.soak.begin());
  const backend = await page.evaluate(() => window.hopscope.backend());
  const asked = new URL(address).searchParams.get('backend');
  if (backend.name !== asked) throw new Error(`${asked} is not to be had here: ${backend.reason}`);

  const inspector = await page.context().newCDPSession(page);
  /** @returns {Promise<Heap>} */
  const heap = async () => {
    await inspector.send('HeapProfiler.collectGarbage');
    const { usedSize } = await inspector.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await inspector.send('Memory.getDOMCounters');
    return { bytes: usedSize, elements: nodes, listeners: jsEventListeners };
  };
  return { page, errors, heap, adapter: backend.adapter };
}
