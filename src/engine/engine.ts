import { memory } from '@tensorflow/tfjs-core';
import { TRACE_BUDGET } from '../gnn/models/budget';
import { toDense } from '../gnn/models/dense';
import { explainNode } from '../gnn/models/explain';
import { adjacencyOf } from '../graph/adjacency';
import type { Graph } from '../graph/graph';
import { factsOf } from '../recipe/facts';
import type { Recipe } from '../recipe/recipe';
import { validateRecipe } from '../recipe/validate';
import { type Choice, openFastest, openNamed } from './backend-choice';
import type { OpenBackend } from './open-backend';
import type { BackendReport, EngineCalls, RunProgress, Trace } from './protocol';
import { RunCancelled } from './run-cancelled';
import { type Computed, computeTrace } from './trace';

/** Longest the worker computes without listening for a cancel, in ms. */
const LISTEN_EVERY = 30;

/** The last run that finished, with what its answers need. */
interface Kept extends Computed {
  graph: Graph;
  recipe: Recipe;
}

/**
 * The engine behind the door: one backend, one graph, one trace. Runs happen one at a time and the newest wins: a run that
 * another, a new graph or a new backend overtakes rejects with `RunCancelled`.
 */
export function createEngineCalls(): EngineCalls {
  let backend: OpenBackend | null = null;
  let graph: Graph | null = null;
  let kept: Kept | null = null;
  let newest = 0;
  /** Settles when everything asked for so far has happened. */
  let queue: Promise<unknown> = Promise.resolve();
  const lossListeners: ((report: BackendReport, message: string) => void)[] = [];

  /** Runs `work` after everything before it, whether that succeeded or not. */
  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work, work);
    queue = result.catch(() => {});
    return result;
  };

  const adopt = ({ backend: opened, report }: Choice): BackendReport => {
    if (backend && backend !== opened) backend.close();
    backend = opened;
    void opened.lost.then((reason) => enqueue(() => replaceLost(opened, reason)));
    return report;
  };

  const replaceLost = async (gone: OpenBackend, reason: string): Promise<void> => {
    if (backend !== gone) return;
    const report = adopt(await openFastest(['wasm', 'cpu'], `the graphics device was lost (${reason})`));
    const message = `The browser’s reason: ${reason}. Everything computed so far is kept; new runs use ${report.adapter}.`;
    for (const listener of lossListeners) listener(report, message);
  };

  const checkpointOf = (ticket: number, running: OpenBackend) => {
    let listened = performance.now();
    return async () => {
      running.check();
      if (performance.now() - listened > LISTEN_EVERY) {
        // A task of its own, so that messages which arrived meanwhile are read first.
        await new Promise((resolve) => setTimeout(resolve));
        listened = performance.now();
      }
      if (ticket !== newest) throw new RunCancelled();
    };
  };

  const compute = async (
    ticket: number,
    recipe: Recipe,
    onProgress: (progress: RunProgress) => void,
  ): Promise<Trace> => {
    if (ticket !== newest) throw new RunCancelled();
    if (!graph) throw new Error('The engine has no graph yet: set one first.');
    if (!backend) throw new Error('The engine has no backend yet: start it first.');
    const [on, running] = [graph, backend];
    const checked = validateRecipe(recipe, factsOf(on));
    try {
      const computed = await computeTrace(on, checked, {
        backend: running.name,
        largestBuffer: running.largestBuffer,
        onProgress,
        checkpoint: checkpointOf(ticket, running),
      });
      kept = { ...computed, graph: on, recipe: checked };
      return computed.trace;
    } finally {
      running.trim();
    }
  };

  const finished = (): Kept => {
    if (!kept) throw new Error('Nothing has been computed yet: run a recipe first.');
    return kept;
  };

  return {
    start: (preference) => enqueue(async () => adopt(preference ? await openNamed(preference) : await openFastest())),
    setBackend(name) {
      newest++;
      return enqueue(async () => adopt(await openNamed(name)));
    },
    async setGraph(next) {
      newest++;
      graph = next;
      adjacencyOf(next);
    },
    run(recipe, onProgress) {
      const ticket = ++newest;
      return enqueue(async () => {
        const ran = backend;
        try {
          return await compute(ticket, recipe, onProgress);
        } catch (error) {
          // Reading from a lost device fails with the browser's exception, before the device says that it is lost.
          const gone = ran && error instanceof DOMException ? await lostBy(ran) : null;
          if (!ran || gone === null || ticket !== newest) throw error;
          await replaceLost(ran, gone);
          return compute(ticket, recipe, onProgress);
        }
      });
    },
    async cancel() {
      newest++;
    },
    async embedding(hop) {
      const { embeddings } = finished();
      const matrix = embeddings.hops[hop];
      if (!matrix) throw new Error(`There is no hop ${hop}: this trace has hops 0 to ${embeddings.hops.length - 1}.`);
      if (matrix.rows * matrix.columns * 4 > TRACE_BUDGET) {
        throw new Error(`Hop ${hop} is sparse, ${matrix.rows} × ${matrix.columns}: too large to lay out in full.`);
      }
      const { rows, columns, data } = toDense(matrix);
      return { rows, columns, data: matrix.kind === 'dense' ? data.slice() : data };
    },
    async explain(node, hop) {
      const { graph: on, recipe, embeddings } = finished();
      return explainNode(on, recipe, embeddings, node, hop);
    },
    async memory() {
      return {
        bytes: backend?.bytes() ?? 0,
        tensors: memory().numTensors,
        traceBytes: kept?.embeddings.bytes ?? 0,
        traceBudget: TRACE_BUDGET,
      };
    },
    async onBackendLost(listener) {
      lossListeners.push(listener);
    },
  };
}

/** Why this backend's device is gone, or null when it is there after all. */
function lostBy(backend: OpenBackend): Promise<string | null> {
  const grace = new Promise<null>((resolve) => setTimeout(() => resolve(null), 100));
  return Promise.race([backend.lost, grace]);
}
