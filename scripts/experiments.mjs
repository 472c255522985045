// npm run experiments [-- depth --dataset cora --processes 2]: makes the runs that the specifications ask for and prints a
// table; goes on where it stopped. Names are those of specifications, or how they begin.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { prepare, ROOT, runMain } from './prepare.mjs';

/** The WebAssembly backend loads its file under Node by these names, which a module has to be given. */
const COMMON_JS = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
  'const __dirname = import.meta.dirname;',
].join('\n');

await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dataset: { type: 'string' }, processes: { type: 'string', default: '2' } },
  });
  const processes = Number(values.processes);
  if (!Number.isInteger(processes) || processes < 1 || processes > 64) {
    throw new Error(`--processes is ${values.processes}, but it has to be a whole number from 1 to 64.`);
  }
  await prepare();
  const folder = await bundle();
  const { main } = await import(pathToFileURL(join(folder, 'main.mjs')).href);
  return main(ROOT, join(folder, 'worker.mjs'), { names: positionals, dataset: values.dataset, processes });
});

/** Bundles the runner and its worker for Node: they share their code with the page. @returns {Promise<string>} their folder. */
async function bundle() {
  const { build } = await import('vite');
  const { assemblyScript } = await import('./assemblyscript.mjs');
  const outDir = join(ROOT, '.cache', 'experiments');
  const entry = (/** @type {string} */ name) => join(ROOT, 'scripts', 'experiments', `${name}.ts`);
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [assemblyScript()],
    resolve: { dedupe: ['@tensorflow/tfjs-core'], mainFields: ['module', 'main'] },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        input: { main: entry('main'), worker: entry('worker') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs', banner: COMMON_JS },
      },
    },
  });
  return outDir;
}
