import type { ExperimentProgress } from '../engine/protocol';
import type { ExperimentRun } from '../gnn/experiments/results';
import { type ExperimentSpec, jobsOf } from '../gnn/experiments/specification';

/** What a run costs beside its hops, in hops: input, decoder, measures. */
const BESIDE = 2;

export interface ExperimentClock {
  /** Seconds until the end, paused time left out; null until a tenth of a second has gone by in a run. */
  secondsLeft(runs: readonly ExperimentRun[], under: ExperimentProgress | null): number | null;
  pause(paused: boolean): void;
}

/** Judges by the runs made since it was started how long the others take: a run takes as long as it has hops. */
export function experimentClock(
  spec: ExperimentSpec,
  before: readonly ExperimentRun[],
  now: () => number = () => performance.now(),
): ExperimentClock {
  const started = now();
  let held = 0;
  let heldSince: number | null = null;
  const costOf = (jobs: readonly { depth: number }[]) => jobs.reduce((sum, { depth }) => sum + depth + BESIDE, 0);
  const all = costOf(jobsOf(spec));
  const already = costOf(before);
  return {
    secondsLeft(runs, under) {
      const done = costOf(runs) + (under ? under.fraction * costOf([under]) : 0);
      const seconds = ((heldSince ?? now()) - started - held) / 1000;
      return done > already && seconds > 0.1 ? (seconds * (all - done)) / (done - already) : null;
    },
    pause(paused) {
      if (paused) heldSince ??= now();
      else if (heldSince !== null) {
        held += now() - heldSince;
        heldSince = null;
      }
    },
  };
}
