import type { EpochReport, TrainProgress } from '../engine/protocol';
import type { LiveTraining, Training, TrainingOutcome } from './state';
import { useStore } from './store';

/** Milliseconds between two looks at a training: a small graph takes a thousand epochs a second, and nobody sees so many. */
const SHOWN_EVERY = 80;

export interface TrainingRecord {
  hear(progress: TrainProgress): void;
  /** Called once it is over, however it ended; the outcome, if there is one, takes the place of the last. */
  end(outcome: TrainingOutcome | null): void;
}

/** The record being written: a training that another has overtaken is heard of no more. */
let current: TrainingRecord | null = null;

/** Puts a training on screen from its beginning to its end. The trace there stays that of the recipe, so it is no `run`. */
export function recordTraining(): TrainingRecord {
  const curve: EpochReport[] = [];
  let seen: Pick<LiveTraining, 'progress' | 'bestEpoch'> = { progress: null, bestEpoch: 0 };
  let timer: ReturnType<typeof setTimeout> | null = null;

  const show = () => {
    timer = null;
    const { live } = useStore.getState().training;
    changeTraining({ live: { paused: false, ...live, ...seen, curve: [...curve] } });
  };
  const record: TrainingRecord = {
    hear(progress) {
      if (current !== record) return;
      const { stage, epoch, bestEpoch } = progress;
      if (stage === 'network') {
        // After a lost device it begins again.
        if (epoch === 0) curve.length = 0;
        curve.push(progress);
      }
      seen = { progress, bestEpoch: stage === 'network' ? bestEpoch : seen.bestEpoch };
      timer ??= setTimeout(show, SHOWN_EVERY);
    },
    end(outcome) {
      if (current !== record) return;
      current = null;
      if (timer !== null) clearTimeout(timer);
      changeTraining(outcome ? { live: null, outcome } : { live: null });
    },
  };
  current = record;
  changeTraining({ live: null });
  show();
  return record;
}

export function changeTraining(change: Partial<Training>): void {
  useStore.setState({ training: { ...useStore.getState().training, ...change } });
}
