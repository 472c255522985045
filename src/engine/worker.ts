import { expose, type ProxyMarked, releaseProxy, transfer } from 'comlink';
import { createEngineCalls } from './engine';
import type { EngineCalls } from './protocol';

/** The worker's entry: the engine's calls, with arrays moved rather than copied and callbacks released when done with. */
const calls = createEngineCalls();

const exposed: EngineCalls = {
  ...calls,
  async run(recipe, onProgress) {
    try {
      const trace = await calls.run(recipe, onProgress);
      return transfer(
        trace,
        trace.projections.map((scores) => scores.buffer),
      );
    } finally {
      (onProgress as typeof onProgress & Partial<Releasable>)[releaseProxy]?.();
    }
  },
  async embedding(hop) {
    const matrix = await calls.embedding(hop);
    return transfer(matrix, [matrix.data.buffer]);
  },
};

interface Releasable extends ProxyMarked {
  [releaseProxy]: () => void;
}

expose(exposed);
