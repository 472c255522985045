import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of public files, which are no part of the project; empty where none is named. */
const folder = process.env.HOPSCOPE_DATASETS ?? '';

/** Whether there are any to try. */
export const DATASETS_THERE = folder !== '' && existsSync(folder);

if (!DATASETS_THERE) console.log('Public files are not tried: HOPSCOPE_DATASETS names no folder.');

export function datasetPath(...path: string[]): string {
  return join(folder, ...path);
}
