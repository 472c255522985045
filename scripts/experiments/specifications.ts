import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExperimentSpec } from '../../src/gnn/experiments/specification';
import { validateExperiment } from '../../src/gnn/experiments/validate';

/** Those of the literature, and those that the page offers; from the root of the project. */
export const FOLDERS = ['scripts/experiments/specifications', 'src/catalog/experiments'];

/**
 * Those whose name is one of these, or begins with it and a hyphen: "depth" is "depth-sweep" and "depth-cora". All without names.
 * @param dataset of them the ones on this graph of the catalogue. @throws {Error} when a name, or the graph, fits none.
 */
export function chosenOf(all: ExperimentSpec[], names: readonly string[], dataset?: string): ExperimentSpec[] {
  const fits = (name: string, spec: ExperimentSpec) => spec.name === name || spec.name.startsWith(`${name}-`);
  const unknown = names.find((name) => !all.some((spec) => fits(name, spec)));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}; there are ${namesOf(all)}.`);
  const named = names.length === 0 ? all : all.filter((spec) => names.some((name) => fits(name, spec)));
  const chosen = dataset === undefined ? named : named.filter(({ graph }) => graph.id === dataset);
  if (chosen.length > 0) return chosen;
  const graphs = [...new Set(named.map(({ graph }) => graph.id))].join(', ');
  throw new Error(`Of ${namesOf(named)} none is on ${dataset}; they are on ${graphs}.`);
}

const namesOf = (specs: readonly ExperimentSpec[]) => specs.map(({ name }) => name).join(', ');

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
