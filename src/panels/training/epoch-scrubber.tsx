import { type KeyboardEvent, useState } from 'react';
import { CHART_INSET } from '../../charts/line-chart';
import { attempt } from '../../store/attempt';
import { showEpoch } from '../../store/epochs';
import { Button } from '../../ui/button';
import './epoch-scrubber.css';
import { keptByKey, nearestKept } from './nearest';
import { TrainingTerm } from './training-term';

interface EpochScrubberProps {
  /** The epochs that can be looked at, ascending. */
  kept: readonly number[];
  /** The epoch at the right edge. */
  end: number;
  /** The one on screen; null when that is of no training. */
  shown: number | null;
  /** The one whose weights are kept as the best; null where it cannot be looked at yet. */
  best: number | null;
  /** What is on screen, in words. */
  words: string;
  /** Whether it changes by itself; then it is not read out. */
  live: boolean;
  /** Why none of them can be shown now. */
  unavailable?: string;
}

/** Shows the network of an epoch; what fails is told. */
export function goToEpoch(epoch: number | null): void {
  if (epoch !== null) void attempt('This epoch could not be shown', () => showEpoch(epoch));
}

/** Goes through the epochs that were kept: the graph, the embedding and all measures follow. It lines up with the charts below. */
export function EpochScrubber({ kept, end, shown, best, words, live, unavailable }: EpochScrubberProps) {
  // What is wished for, until it is on screen.
  const [wish, setWish] = useState<number | null>(null);
  const at = wish ?? shown ?? best ?? 0;
  const go = (epoch: number | null) => {
    if (epoch === null || epoch === (wish ?? shown)) return;
    setWish(epoch);
    void attempt('This epoch could not be shown', () => showEpoch(epoch)).then(() => setWish(null));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keptByKey(kept, at, event.key);
    const moves = event.key.startsWith('Arrow') || event.key.startsWith('Page') || ['Home', 'End'].includes(event.key);
    if (!moves) return;
    event.preventDefault();
    go(next);
  };
  return (
    <div className="epoch-scrubber" data-control="train-epochs-kept">
      <div className="training-row">
        <h3 className="eyebrow">
          <TrainingTerm name="keptEpochs">Epochs</TrainingTerm>
        </h3>
        <Button
          control="epoch-best"
          disabled={best === null || unavailable !== undefined}
          aria-pressed={best !== null && shown === best}
          onClick={() => go(best)}
        >
          Best
        </Button>
      </div>
      <p aria-live={live ? 'off' : 'polite'} data-control="epoch-words">
        {unavailable ?? words}
      </p>
      <input
        type="range"
        className="slider"
        data-control="epoch"
        aria-label="Look at epoch"
        aria-valuetext={words}
        min={0}
        max={Math.max(1, end)}
        step={1}
        value={at}
        disabled={unavailable !== undefined}
        style={{ marginLeft: CHART_INSET.left - THUMB / 2, marginRight: CHART_INSET.right - THUMB / 2 }}
        onKeyDown={onKeyDown}
        onChange={(event) => go(nearestKept(kept, Number(event.target.value)))}
      />
    </div>
  );
}

/** How wide browsers draw the thumb of a slider, whose middle goes from half of it to half of it from the edge. */
const THUMB = 16;
