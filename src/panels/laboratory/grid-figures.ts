import { type ExperimentSpec, type Place, placesOf } from '../../gnn/experiments/specification';
import type { Cell } from './figures';

/** The first of two lines less the second, at a place of the grid. */
export interface Difference {
  at: Place;
  by: number;
  first: Cell;
  second: Cell;
}

/** At every place where both have been run; none unless there are two lines. */
export function differencesOf(spec: ExperimentSpec, cells: readonly Cell[]): Difference[] {
  if (spec.lines.length !== 2) return [];
  const [one, other] = spec.lines.map(({ name }) => name);
  const keyOf = (line: string, at: Place) => JSON.stringify([line, at]);
  const byKey = new Map(cells.map((cell) => [keyOf(cell.line, cell.at), cell]));
  return placesOf(spec).flatMap((at) => {
    const [first, second] = [byKey.get(keyOf(one, at)), byKey.get(keyOf(other, at))];
    return first && second ? [{ at, by: first.mean - second.mean, first, second }] : [];
  });
}
