import { makeRun } from '../../src/gnn/experiments/make-run';
import { jobKey } from '../../src/gnn/experiments/results';
import { graphOf, jobsOf } from '../../src/gnn/experiments/specification';
import { useBackend } from '../../src/gnn/testing/node';
import type { Graph } from '../../src/graph/graph';
import { type CatalogueGraph, openGraph } from './open-graph';
import type { Task } from './run-all';

/** A process of its own that makes one run after the other, as its parent asks. Its arguments are folders of files. */

const graphs = new Map<string, Promise<Graph>>();

function open(reference: CatalogueGraph): Promise<Graph> {
  const key = JSON.stringify(reference);
  const graph = graphs.get(key) ?? openGraph(reference, process.argv.slice(2));
  graphs.set(key, graph);
  return graph;
}

async function make({ spec, key }: Task) {
  const job = jobsOf(spec).find((one) => jobKey(one) === key);
  if (!job) throw new Error(`${spec.name} has no run ${key}.`);
  const graph = await open(graphOf(spec, job));
  return makeRun(spec, job, graph, 'wasm', { onProgress() {}, async checkpoint() {} });
}

process.on('message', async (task: Task) => {
  try {
    process.send?.({ run: await make(task) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});

await useBackend('wasm');
process.send?.({ ready: true });
