import { formatNumber } from '../../charts/numbers';
import type { ExperimentRun } from '../../gnn/experiments/results';
import type { Place } from '../../gnn/experiments/specification';

type Named = Pick<ExperimentRun, 'line' | 'depth' | 'seed' | 'at'>;

export function runName({ line, depth, seed, at }: Named): string {
  return [line, ...(at ? placeWords(at) : []), `depth ${depth}`, `seed ${seed}`].join(', ');
}

/** The values of the grid's parameters, e.g. "homophily 0.3". */
export function placeWords(at: Place): string[] {
  return Object.entries(at).map(([parameter, value]) => `${parameter} ${formatNumber(value)}`);
}
