// npm run gallery [-- name …]: a picture of every state of the screen in e2e/gallery, taken from the built site. To be looked at.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_ARGUMENTS, ensureChromium } from './chromium.mjs';
import { STATES } from './gallery-states.mjs';
import { prepare, ROOT, runMain } from './prepare.mjs';
import { serve } from './serve.mjs';

const SIZES = { wide: [1440, 900], narrow: [1024, 768], tablet: [768, 1024], phone: [390, 844] };
const FOLDER = join(ROOT, 'e2e', 'gallery');

await runMain(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const wanted = STATES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  await prepare();
  const executablePath = await ensureChromium();
  const { build } = await import('vite');
  const { chromium } = await import('@playwright/test');
  await build({ root: ROOT, logLevel: 'warn' });
  const site = await serve({ directory: join(ROOT, 'dist') });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  if (positionals.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  try {
    for (const { name, size, theme, address = '', show } of wanted) {
      const [width, height] = SIZES[size];
      // Without motion every change is immediate, so there is no tween to wait for.
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme: theme,
        reducedMotion: 'reduce',
        hasTouch: size === 'phone',
      });
      await page.goto(`${site.url}${address}`);
      await page.waitForFunction(() => window.hopscope !== undefined);
      await page.evaluate(async () => {
        await window.hopscope?.ready;
        await document.fonts.ready;
      });
      await page.locator('[data-control="layout-stop"]').waitFor({ state: 'detached' });
      await show(page);
      const path = join(FOLDER, `${name}.png`);
      await page.screenshot({ path });
      await page.close();
      console.log(`written to ${path}`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return 0;
});
