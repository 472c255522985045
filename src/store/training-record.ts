import type { EpochReport, Trace, TrainProgress } from '../engine/protocol';
import type { LiveTraining, Training, TrainingOutcome } from './state';
import { useStore } from './store';
import { viewOf } from './view';

/** Milliseconds between two looks at a training: a small graph takes a thousand epochs a second, and nobody sees so many. */
const SHOWN_EVERY = 80;

export interface TrainingRecord {
  hear(progress: TrainProgress): void;
  /** Puts the network of an epoch on screen, with the trace that was there set aside. */
  look(epoch: number, trace: Trace): void;
  /** Called once it is over, however it ended; the outcome, if there is one, takes the place of the last. */
  end(outcome: TrainingOutcome | null): void;
}

/** The record being written: a training that another has overtaken is heard of no more. */
let current: TrainingRecord | null = null;

/** The record of the training under way, or null. */
export function currentRecord(): TrainingRecord | null {
  return current;
}

/** Puts a training on screen from its beginning to its end. It changes no recipe, so it is no `run`. */
export function recordTraining(): TrainingRecord {
  const curve: EpochReport[] = [];
  let seen: Pick<LiveTraining, 'progress' | 'bestEpoch' | 'keptEvery'> = { progress: null, bestEpoch: 0, keptEvery: 0 };
  let timer: ReturnType<typeof setTimeout> | null = null;

  const show = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { live } = useStore.getState().training;
    changeTraining({ live: { paused: false, shownEpoch: null, ...live, ...seen, curve: [...curve] } });
  };
  const record: TrainingRecord = {
    hear(progress) {
      if (current !== record) return;
      seen = { ...seen, progress };
      if (progress.stage === 'network') {
        const { epoch, bestEpoch, keptEvery } = progress;
        // After a lost device it begins again.
        if (epoch === 0) curve.length = 0;
        curve.push(progress);
        seen = { progress, bestEpoch, keptEvery };
      }
      timer ??= setTimeout(show, SHOWN_EVERY);
    },
    look(epoch, trace) {
      const { graph, run, trace: before, setAside, training } = useStore.getState();
      // Something newer may have taken the screen while this was on its way.
      if (current !== record || !training.live || run !== null || graph?.nodeCount !== trace.nodeCount) return;
      useStore.setState({ trace, setAside: setAside ?? before });
      // With its scores, which came before it.
      show();
      changeLive({ shownEpoch: epoch });
    },
    end(outcome) {
      if (current !== record) return;
      current = null;
      if (timer !== null) clearTimeout(timer);
      changeTraining(outcome ? { live: null, outcome } : { live: null });
      if (!outcome) takeBack();
    },
  };
  current = record;
  changeTraining({ live: null });
  show();
  return record;
}

/** Puts the trace that was set aside back on screen. */
function takeBack(): void {
  const { setAside, view, graph, focus } = useStore.getState();
  if (!setAside || !graph) return;
  useStore.setState({
    ...{ trace: setAside, setAside: null },
    view: viewOf(view, graph, focus, setAside.predictions !== null),
  });
}

/** Changes what is known of the training under way, if there is one. */
export function changeLive(change: Partial<LiveTraining>): void {
  const { live } = useStore.getState().training;
  if (live) changeTraining({ live: { ...live, ...change } });
}

export function changeTraining(change: Partial<Training>): void {
  useStore.setState({ training: { ...useStore.getState().training, ...change } });
}
