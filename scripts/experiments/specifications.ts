import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExperimentSpec } from '../../src/gnn/experiments/specification';
import { validateExperiment } from '../../src/gnn/experiments/validate';

/** Those of the literature, and those that the page offers; from the root of the project. */
export const FOLDERS = ['scripts/experiments/specifications', 'src/catalog/experiments'];

/** Every specification, by name. @throws {Error} naming the file, the place in it and the reason. */
export function readSpecifications(root: string): ExperimentSpec[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => join(folder, file)),
  );
  return files.map((file) => {
    try {
      return validateExperiment(JSON.parse(readFileSync(join(root, file), 'utf8')));
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  });
}
