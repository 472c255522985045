// node scripts/screenshot.mjs: the README's picture, taken from the built site.
import { join } from 'node:path';
import { BROWSER_ARGUMENTS, ensureChromium } from './chromium.mjs';
import { prepare, ROOT, runMain } from './prepare.mjs';
import { serve } from './serve.mjs';

const HOP = 4;

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
    await page.evaluate(async (hop) => {
      if (!window.hopscope) throw new Error('the page has no window.hopscope: run "npm run build" first');
      await window.hopscope.ready;
      await document.fonts.ready;
      window.hopscope.hop(hop);
    }, HOP);
    const path = join(ROOT, 'public', 'screenshot.png');
    await page.screenshot({ path });
    console.log(`written to ${path}`);
  } finally {
    await browser.close();
    await site.close();
  }
  return 0;
});
