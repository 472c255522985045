import { findEntry } from '../../src/catalog/entries';
import { makeRun } from '../../src/gnn/experiments/make-run';
import { type ExperimentSpec, type GraphRef, graphOf, jobsOf } from '../../src/gnn/experiments/specification';
import { useBackend } from '../../src/gnn/testing/node';
import type { Graph } from '../../src/graph/graph';
import { readCora } from './cora';
import type { WorkerJob } from './run-all';

/** A process of its own that makes one run after the other, as its parent asks. */

const graphs = new Map<string, Promise<Graph>>();

/** A graph of the catalogue; Cora from the folder of datasets, where it need not be fetched. */
function open(reference: GraphRef): Promise<Graph> {
  const key = JSON.stringify(reference);
  const graph = graphs.get(key) ?? load(reference);
  graphs.set(key, graph);
  return graph;
}

async function load({ id, parameters = {} }: GraphRef): Promise<Graph> {
  const folder = process.env.HOPSCOPE_DATASETS;
  return id === 'cora' && folder ? readCora(folder) : findEntry(id).load({ parameters });
}

async function make(spec: ExperimentSpec, { line, depth, seed }: WorkerJob) {
  const job = jobsOf(spec).find((one) => one.line.name === line && one.depth === depth && one.seed === seed);
  if (!job) throw new Error(`${spec.name} has no ${line} at depth ${depth} from seed ${seed}.`);
  const graph = await open(graphOf(spec, job.line));
  return makeRun(spec, job, graph, 'wasm', { onProgress() {}, async checkpoint() {} });
}

process.on('message', async ({ spec, job }: { spec: ExperimentSpec; job: WorkerJob }) => {
  try {
    process.send?.({ run: await make(spec, job) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});

await useBackend('wasm');
process.send?.({ ready: true });
