import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { run } from './prepare.mjs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** WebGPU's software adapter, so that tests and measurements run, and agree, on machines without a GPU. */
export const SOFTWARE_WEBGPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--no-sandbox'];

/** What a whole page is opened with: WebGL too runs in software, and Chromium must not refuse it. */
export const BROWSER_ARGUMENTS = [...SOFTWARE_WEBGPU, '--ignore-gpu-blocklist', '--enable-unsafe-swiftshader'];

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

/**
 * The Chromium found, or one installed now: Debian's package for root on Debian, else Playwright's own.
 * @returns {Promise<string>} its path.
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (isRootOnDebian()) {
    console.log('Installing Chromium from Debian …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], { env });
  }
  if (!findChromium()) {
    console.log("Installing Playwright's Chromium …");
    const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
    const withLibraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
    await run(process.execPath, [playwright, 'install', ...withLibraries, 'chromium']);
  }
  const path = findChromium();
  if (path) return path;
  throw new Error('no Chromium was found or could be installed: install one, or set CHROMIUM_PATH to where it is');
}

function isRootOnDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
