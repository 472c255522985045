import { proxy, releaseProxy, wrap } from 'comlink';
import type { EngineCalls } from './protocol';
import { isRunCancelled, RunCancelled } from './run-cancelled';

export { isRunCancelled, RunCancelled } from './run-cancelled';

/** The page's side of the door. Every rejection is an `Error` for a person, or `RunCancelled`. */
export interface Engine extends EngineCalls {
  /** Ends the worker; calls still open are rejected, and later ones too. */
  dispose(): void;
}

/** Starts the worker. Its tensor library arrives later, when `start` chooses a backend. */
export function createEngine(): Engine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'hopscope-engine' });
  const remote = wrap<EngineCalls>(worker);
  let fail: (error: Error) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be calling when it fails; whoever calls next is told.
  failure.catch(() => {});
  worker.addEventListener('error', (event) => {
    fail(new Error(`The engine could not be loaded: ${event.message || 'its file did not arrive'}. Reload the page.`));
  });

  /** An answer, unless the worker ends first. */
  const answer = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([call, failure]);
    } catch (error) {
      throw isRunCancelled(error) ? new RunCancelled() : error;
    }
  };

  return {
    start: (preference) => answer(remote.start(preference)),
    setBackend: (name) => answer(remote.setBackend(name)),
    setGraph: (graph) => answer(remote.setGraph(graph)),
    setEdits: (edits) => answer(remote.setEdits([...edits])),
    run: (recipe, onProgress) => answer(remote.run(recipe, proxy(onProgress))),
    cancel: () => answer(remote.cancel()),
    train: (recipe, task, listeners) => answer(remote.train(recipe, task, proxy(listeners))),
    experiment: (spec, graphs, made, listeners) => answer(remote.experiment(spec, graphs, [...made], proxy(listeners))),
    pause: (paused) => answer(remote.pause(paused)),
    look: (epoch) => answer(remote.look(epoch)),
    trainedParameters: (recipe) => answer(remote.trainedParameters(recipe)),
    weights: () => answer(remote.weights()),
    setWeights: (recipe, weights) => answer(remote.setWeights(recipe, weights)),
    logits: () => answer(remote.logits()),
    embedding: (hop) => answer(remote.embedding(hop)),
    explain: (node, hop) => answer(remote.explain(node, hop)),
    influence: (node, hop, wanted) => answer(remote.influence(node, hop, proxy(wanted))),
    computationTree: (node, hop, breadth, wanted) => answer(remote.computationTree(node, hop, breadth, proxy(wanted))),
    linearEnergies: (wanted) => answer(remote.linearEnergies(proxy(wanted))),
    distances: () => answer(remote.distances()),
    memory: () => answer(remote.memory()),
    onBackendLost: (listener) => answer(remote.onBackendLost(proxy(listener))),
    dispose() {
      fail(new Error('The engine was closed.'));
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
