import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Many runs of one recipe and task that differ by their seed alone, which draws the first weights, dropout and DropEdge.
 * @typedef {object} Specification
 * @property {string} name the file's, without its extension
 * @property {string} title
 * @property {string} source where the hyper-parameters come from
 * @property {'cora'} dataset
 * @property {number} seeds runs, with the seeds 0, 1, 2 …
 * @property {Record<string, unknown>} recipe without weights
 * @property {Record<string, unknown>} task without seed
 * @property {{ atLeast?: number, atMost?: number } | null} expected of the mean test accuracy
 */

/**
 * Every specification of a folder, by name.
 * @param {string} folder
 * @returns {Specification[]}
 */
export function readSpecifications(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const name = file.replace(/\.json$/, '');
    return { name, ...JSON.parse(readFileSync(join(folder, file), 'utf8')) };
  });
}
