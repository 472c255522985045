import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const NAME = 'service-worker.js';
/** Beside the page, but no part of it: a picture for the README, and data sets that the page keeps by itself. */
const LEFT_OUT = /^(service-worker\.js|mirror\/.*|.*\.map)$/;

/**
 * Builds the service worker as a file of its own and writes into it what was built.
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  let folder = 'dist';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ build }) {
      folder = build.outDir;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/app/offline/service-worker.ts', fileName: NAME });
    },
    closeBundle: () => writeBuilt(folder),
  };
}

/**
 * Writes into the folder's service worker which files there are to keep, so that it changes whenever one of them does.
 * @param {string} folder
 */
export function writeBuilt(folder) {
  const built = JSON.stringify(builtFiles(folder));
  const path = join(folder, NAME);
  const code = readFileSync(path, 'utf8').replace(/^const BUILT=.*\n/, '');
  writeFileSync(path, `const BUILT=${built};\n${code}`);
}

/**
 * @param {string} folder
 * @returns {{ version: string, files: Record<string, string | null> }} as `service-worker.ts` reads it.
 */
export function builtFiles(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join('/'))
    .filter((path) => !LEFT_OUT.test(path))
    .sort();
  const hashes = paths.map((path) => /** @type {const} */ ([path, hash(readFileSync(join(folder, path)))]));
  return {
    version: hash(JSON.stringify(hashes)).slice(0, 16),
    files: Object.fromEntries(hashes.map(([path, own]) => [path, path.startsWith('assets/') ? null : own])),
  };
}

/** @param {string | Buffer} content */
function hash(content) {
  return createHash('sha256').update(content).digest('hex');
}
