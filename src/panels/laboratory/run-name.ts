import type { ExperimentRun } from '../../gnn/experiments/results';

export function runName({ line, depth, seed }: ExperimentRun): string {
  return `${line}, depth ${depth}, seed ${seed}`;
}
