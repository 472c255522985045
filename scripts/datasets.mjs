// npm run datasets [-- --from FOLDER]
// Puts the remote graphs of the catalogue next to the build, in public/mirror/, for a classroom without internet: the page
// looks there before it asks their source. With --from the files are copied from a folder (or the folders in it) instead.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ROOT, runMain } from './prepare.mjs';

/** @typedef {{ name: string, url: string, sha256: string, bytes: number | null }} RemoteFile */

/**
 * @typedef {object} MirrorOptions
 * @property {RemoteFile[]} files
 * @property {string} to folder of the mirror; made if it is not there
 * @property {string} [from] folder to copy from instead of downloading
 * @property {(url: string) => Promise<Response>} [fetch]
 * @property {(line: string) => void} say hears one line a file
 * @property {(name: string, received: number, total: number | null) => void} [progress]
 */

/**
 * Fetches each file that is not there yet. Nothing is written before its SHA-256 is right.
 * @param {MirrorOptions} options
 * @returns {Promise<number>} how many failed
 */
export async function mirror({ files, to, from, say, progress = () => {}, fetch = (url) => globalThis.fetch(url) }) {
  mkdirSync(to, { recursive: true });
  let failed = 0;
  for (const file of files) {
    const path = join(to, file.name);
    try {
      if (existsSync(path) && sha256(readFileSync(path)) === file.sha256) {
        say(`${file.name}: already there`);
        continue;
      }
      const bytes = from === undefined ? await download(file, fetch, progress) : find(file, from);
      const found = sha256(bytes);
      if (found !== file.sha256) {
        throw new Error(`this is another file: its SHA-256 is ${found}, not ${file.sha256}`);
      }
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
      say(`${file.name}: ${from === undefined ? 'downloaded' : 'copied'}, ${kilobytes(bytes.length)}, SHA-256 right`);
    } catch (error) {
      failed++;
      say(`${file.name}: FAILED, ${reasonOf(error)}`);
    }
  }
  return failed;
}

/**
 * @param {RemoteFile} file
 * @param {(url: string) => Promise<Response>} fetch
 * @param {NonNullable<MirrorOptions['progress']>} progress
 */
async function download(file, fetch, progress) {
  const response = await fetch(file.url);
  if (!response.ok || !response.body) throw new Error(`${file.url} answers ${response.status} ${response.statusText}`);
  const parts = [];
  let received = 0;
  for await (const part of response.body) {
    parts.push(part);
    received += part.length;
    progress(file.name, received, file.bytes);
  }
  return Buffer.concat(parts);
}

/**
 * @param {RemoteFile} file
 * @param {string} folder
 */
function find(file, folder) {
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
  const path = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((each) => basename(each) === file.name);
  if (path === undefined) throw new Error(`there is no ${file.name} in ${folder} or the folders in it`);
  return readFileSync(join(folder, path));
}

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}

/**
 * `fetch failed` says nothing; its cause does.
 * @param {unknown} error
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/** @type {NonNullable<MirrorOptions['progress']>} */
function showProgress(name, received, total) {
  if (!process.stdout.isTTY) return;
  const share = total ? `${Math.floor((100 * received) / total)} %` : kilobytes(received);
  process.stdout.write(`\r${name}: ${share}\u001b[K\r`);
}

async function main() {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  const to = join(ROOT, 'public', 'mirror');
  /** @type {RemoteFile[]} */
  const files = JSON.parse(readFileSync(join(ROOT, 'src', 'catalog', 'sources.json'), 'utf8'));
  const failed = await mirror({ files, to, from: values.from, say: console.log, progress: showProgress });
  const where = relative(ROOT, to);
  console.log(
    failed === 0
      ? `All ${files.length} files are in ${where}/. "npm run build" puts them into dist/.`
      : `${files.length - failed} of ${files.length} files are in ${where}/. For the others: try again, or fetch them elsewhere and give their folder with "npm run datasets -- --from FOLDER".`,
  );
  return failed === 0 ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await runMain(main);
