import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, findChromium } from './scripts/chromium.mjs';

/** The built site must work from any folder of any static host, so it is tested from one two levels down. */
const BASE = '/some/sub/path/';
const PORT = Number(process.env.HOPSCOPE_TEST_PORT ?? 4573);
const URL = `http://127.0.0.1:${PORT}${BASE}`;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // A machine that stalls can make a test miss a moment. Which tests needed a second try is printed, and counted apart.
  retries: 1,
  timeout: 60_000,
  globalTimeout: 19 * 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? '.cache/test/e2e.json' }]],
  use: {
    baseURL: URL,
    viewport: { width: 1440, height: 900 },
    // Each test is a first visit; what keeps the page for the next one would only take time. Its own test allows it.
    serviceWorkers: 'block',
    // Drawn in software each picture of a motion takes long; what is about motion asks for it.
    contextOptions: { reducedMotion: 'reduce' },
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: BROWSER_ARGUMENTS,
    },
  },
  webServer: {
    command: `node scripts/serve.mjs dist --base ${BASE} --port ${PORT}`,
    url: URL,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
