// node scripts/screenshot.mjs: the README's picture, taken from the built site.
import { join } from 'node:path';
import { BROWSER_ARGUMENTS, ensureChromium } from './chromium.mjs';
import { prepare, ROOT, runMain } from './prepare.mjs';
import { serve } from './serve.mjs';

/** One node in focus, so that the inspector has its arithmetic to show. */
const SCENE = { hop: 2, focus: '24' };

await runMain(async () => {
  await prepare();
  const executablePath = await ensureChromium();
  const { chromium } = await import('@playwright/test');
  const site = await serve({ directory: join(ROOT, 'dist') });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  try {
    // Without motion every change is immediate, so there is no tween to wait for.
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(site.url);
    await page.evaluate(async (scene) => {
      if (!window.hopscope) throw new Error('the page has no window.hopscope: run "npm run build" first');
      await window.hopscope.ready;
      await document.fonts.ready;
      await window.hopscope.open({ ...window.hopscope.session(), ...scene });
      await window.hopscope.explain(scene.focus, scene.hop);
    }, SCENE);
    const path = join(ROOT, 'public', 'screenshot.png');
    await page.screenshot({ path });
    console.log(`written to ${path}`);
  } finally {
    await browser.close();
    await site.close();
  }
  return 0;
});
