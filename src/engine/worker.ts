import { expose, type ProxyMarked, releaseProxy, transfer } from 'comlink';
import { createEngineCalls } from './engine';
import type { EngineCalls, Trace } from './protocol';

/** The worker's entry: the engine's calls, with arrays moved rather than copied and callbacks released when done with. */
const calls = createEngineCalls();

const exposed: EngineCalls = {
  ...calls,
  async run(recipe, onProgress) {
    try {
      return transferred(await calls.run(recipe, onProgress));
    } finally {
      release(onProgress);
    }
  },
  async train(recipe, task, listeners) {
    try {
      const { onProgress, onTrace } = listeners;
      return await calls.train(recipe, task, {
        onProgress,
        onTrace: (epoch, trace) => onTrace(epoch, transferred(trace)),
      });
    } finally {
      release(listeners);
    }
  },
  async experiment(spec, graphs, made, listeners) {
    try {
      const { onRun, onProgress } = listeners;
      await calls.experiment(spec, graphs, made, { onRun, onProgress });
    } finally {
      release(listeners);
    }
  },
  async look(epoch) {
    return transferred(await calls.look(epoch));
  },
  async influence(node, hop, wanted) {
    try {
      return await calls.influence(node, hop, wanted);
    } finally {
      release(wanted);
    }
  },
  async computationTree(node, hop, breadth, wanted) {
    try {
      return await calls.computationTree(node, hop, breadth, wanted);
    } finally {
      release(wanted);
    }
  },
  async linearEnergies(wanted) {
    try {
      return await calls.linearEnergies(wanted);
    } finally {
      release(wanted);
    }
  },
  async logits() {
    const matrix = await calls.logits();
    return transfer(matrix, [matrix.data.buffer]);
  },
  async embedding(hop) {
    const matrix = await calls.embedding(hop);
    return transfer(matrix, [matrix.data.buffer]);
  },
};

function transferred(trace: Trace): Trace {
  return transfer(
    trace,
    trace.projections.map((scores) => scores.buffer),
  );
}

function release(proxied: object): void {
  (proxied as Partial<Releasable>)[releaseProxy]?.();
}

interface Releasable extends ProxyMarked {
  [releaseProxy]: () => void;
}

expose(exposed);
