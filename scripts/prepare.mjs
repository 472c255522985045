// Runs in a fresh clone, before anything is installed: Node's own modules only.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = [20, 19];

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage */

/**
 * What to tell someone whose Node is too old.
 * @param {string} version as in `process.versions.node`
 * @returns {string | null} null when it will do.
 */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Hopscope needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${version}. Get a newer one from https://nodejs.org/.`;
}

/**
 * Why the installed packages are not the locked ones.
 * @param {Record<string, LockedPackage>} locked `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed `packages` of node_modules/.package-lock.json, which npm writes last
 * @returns {string | null} null when they agree. Optional packages may be missing: they belong to other platforms.
 */
export function staleness(locked, installed) {
  for (const [path, wanted] of Object.entries(locked)) {
    if (path === '') continue;
    const found = installed[path];
    if (!found) {
      if (wanted.optional || wanted.devOptional) continue;
      return `${path} is missing`;
    }
    if (found.version !== wanted.version) return `${path} is ${found.version}, locked at ${wanted.version}`;
    if (found.integrity !== wanted.integrity) return `${path} is not the file that is locked`;
  }
  const surplus = Object.keys(installed).find((path) => !(path in locked));
  return surplus ? `${surplus} is not locked` : null;
}

/** @returns {string | null} why `npm ci` is needed, or null. */
function installReason() {
  const locked = readPackages(join(ROOT, 'package-lock.json'));
  if (!locked) throw new Error('package-lock.json is missing: this is not a complete copy of Hopscope');
  const installed = readPackages(join(ROOT, 'node_modules', '.package-lock.json'));
  return installed ? staleness(locked, installed) : 'nothing is installed yet';
}

/**
 * @param {string} path of a lock file
 * @returns {Record<string, LockedPackage> | null} null when there is no such file.
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Runs a command in the root folder, its output passed through.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Checks Node and installs the locked packages unless they are there. Throws with what to do. */
export async function prepare() {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint) throw new Error(complaint);
  const reason = installReason();
  if (!reason) return;
  console.log(`Installing the locked packages (${reason}) …`);
  // Development packages are what builds and serves the app, so NODE_ENV=production must not leave them out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const code = npm
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' });
  if (code !== 0) throw new Error(`npm ci ended with code ${code}; its message above says why. Is the network there?`);
}

/**
 * Runs `main` and ends the process with its exit code, or with 1 and the message of its error.
 * @param {() => Promise<number | undefined>} main undefined leaves the process running.
 */
export async function runMain(main) {
  try {
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
