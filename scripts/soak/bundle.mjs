import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../prepare.mjs';

const FOLDER = join(ROOT, 'scripts', 'soak');
const OUTPUT = join(ROOT, '.cache', 'soak');
const SHARED = /** @type {const} */ ({ root: ROOT, configFile: false, logLevel: 'warn' });

/** The generator of runs, which reads the app's own descriptors and validator, for Node. @returns {Promise<typeof import('./plan')>} */
export async function loadPlans() {
  await build({
    ...SHARED,
    ssr: { noExternal: true },
    build: {
      ssr: join(FOLDER, 'plan.ts'),
      outDir: join(OUTPUT, 'node'),
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'plan.mjs' } },
    },
  });
  return import(pathToFileURL(join(OUTPUT, 'node', 'plan.mjs')).href);
}

/** What is set into the page before it loads. @returns {Promise<string>} path of the script. */
export async function buildPageScript() {
  await build({
    ...SHARED,
    build: {
      outDir: join(OUTPUT, 'page'),
      copyPublicDir: false,
      rolldownOptions: {
        input: join(FOLDER, 'page.ts'),
        output: { format: 'iife', entryFileNames: 'page.js' },
      },
    },
  });
  return join(OUTPUT, 'page', 'page.js');
}
