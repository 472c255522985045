import type { ExperimentRun } from '../../gnn/experiments/results';

export function runId({ line, depth, seed }: ExperimentRun): string {
  return JSON.stringify([line, depth, seed]);
}

export function runName({ line, depth, seed }: ExperimentRun): string {
  return `${line}, depth ${depth}, seed ${seed}`;
}
