import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { assemblyScript } from './scripts/assemblyscript.mjs';
import { findChromium, SOFTWARE_WEBGPU } from './scripts/chromium.mjs';
import { contentSecurityPolicy } from './scripts/content-security-policy.mjs';
import { controlNamesModule } from './scripts/control-names.mjs';
import { serviceWorker } from './scripts/service-worker.mjs';

/** Limits that only a hang reaches: a busy machine is slow, which is no failure. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  base: './',
  plugins: [react(), assemblyScript(), controlNamesModule(), contentSecurityPolicy(), serviceWorker()],
  resolve: { dedupe: ['@tensorflow/tfjs-core'] },
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  // The worker asks for these only when it runs: found late, they would make the development server reload the page.
  optimizeDeps: {
    include: [
      'comlink',
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-core/dist/register_all_gradients',
      '@tensorflow/tfjs-backend-webgpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-cpu',
    ],
  },
  build: { target: 'es2022', chunkSizeWarningLimit: 1024 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          ...PATIENCE,
          include: ['{src,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.webgpu.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'webgpu',
          ...PATIENCE,
          include: ['src/**/*.webgpu.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? undefined, args: SOFTWARE_WEBGPU },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
