import type { ExperimentRun } from '../gnn/experiments/results';
import type { ExperimentSpec } from '../gnn/experiments/specification';
import { validateExperiment } from '../gnn/experiments/validate';
import type { Graph } from '../graph/graph';
import { type Gate, gate } from './gate';
import type { BackendName, ExperimentListeners } from './protocol';

/** At most one experiment at a time, which can be held. */
export interface Experimenting {
  /** Makes the runs that are missing. @param listen reads what was asked meanwhile; throws when it is to stop. */
  run(what: ExperimentToRun, listeners: ExperimentListeners, listen: () => Promise<void>): Promise<void>;
  pause(paused: boolean): void;
}

export interface ExperimentToRun {
  spec: ExperimentSpec;
  /** By `graphKey`. */
  graphs: ReadonlyMap<string, Graph>;
  made: readonly ExperimentRun[];
  backend: BackendName;
}

/** Epochs go by by the thousand a second: nobody has to hear of each. In ms. */
const TELL_EVERY = 100;

export function createExperimenting(): Experimenting {
  let held: Gate | null = null;
  return {
    async run({ spec, graphs, made, backend }, { onRun, onProgress }, listen) {
      const checked = validateExperiment(spec);
      // Gradients come with it: nobody who only looks at traces needs them.
      const { runExperiment } = await import('../gnn/experiments/run-experiment');
      // What is told goes a way of its own, on which the answer of this call may not overtake it.
      const heard: (void | Promise<void>)[] = [];
      let told = Number.NEGATIVE_INFINITY;
      try {
        await runExperiment(checked, graphs, made, backend, {
          onRun: (run) => void heard.push(onRun(run)),
          onProgress({ line, depth, seed, at }, fraction) {
            if (fraction > 0 && performance.now() - told < TELL_EVERY) return;
            told = performance.now();
            onProgress({ line: line.name, depth, seed, ...(checked.grid && { at }), fraction });
          },
          async checkpoint() {
            await held?.over;
            await listen();
          },
        });
      } finally {
        await Promise.all(heard);
      }
    },
    pause(paused) {
      held?.end();
      held = paused ? gate() : null;
    },
  };
}
