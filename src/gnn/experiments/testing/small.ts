import type { Graph } from '../../../graph/graph';
import { type ExperimentSpec, graphKey, type Job, jobsOf } from '../specification';

/** An experiment that takes a moment: two lines, two depths, two seeds, three epochs. As somebody would write it. */
export const SMALL = {
  version: 1,
  name: 'small',
  graph: { id: 'circles' },
  lines: [
    { name: 'GCN', recipe: { conv: 'gcn', width: 4, decoder: 'linear' } },
    { name: 'GCNII', recipe: { conv: 'gcnii', width: 4, dropout: 0.2 } },
  ],
  depths: [3, 1],
  seeds: [0, 5],
  task: { epochs: 3 },
  measures: ['dirichlet', 'mad'],
};

/** The graphs of an experiment, each made by hand. */
export function graphsFor(spec: ExperimentSpec, graphOf: (job: Job) => Graph): Map<string, Graph> {
  return new Map(jobsOf(spec).map((job) => [graphKey(spec, job), graphOf(job)]));
}
