import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium to test in: `CHROMIUM_PATH`, else one that is installed, else Playwright's own download.
 * @returns {string | null} null when there is none.
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file`);
    return chosen;
  }
  const installed = CANDIDATES.find((path) => existsSync(path));
  if (installed) return installed;
  const own = createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  return own && existsSync(own) ? own : null;
}
