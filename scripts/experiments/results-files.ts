import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Results, writtenResults } from './results';

/** The committed results: a file an experiment, so that two that are being made do not write over each other. */

const folderIn = (root: string) => join(root, 'scripts', 'experiments', 'results');

export function readResults(root: string): Results {
  const folder = folderIn(root);
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}

/** Whole or not at all: a process that ends in the midst of writing loses no run. */
export function writeResults(root: string, results: Results, name: string): void {
  const file = join(folderIn(root), `${name}.json`);
  writeFileSync(`${file}.part`, writtenResults(results[name]));
  renameSync(`${file}.part`, file);
}
