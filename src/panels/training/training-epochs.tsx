import { axisEnd } from '../../charts/line-path';
import { sameDataset } from '../../store/datasets';
import { keptSoFar, shownEpoch } from '../../store/epochs';
import type { LiveTraining, TrainingOutcome } from '../../store/state';
import { useStore } from '../../store/store';
import { EpochScrubber, goToEpoch } from './epoch-scrubber';
import { shownWords, thinnedWords } from './epoch-words';
import { nearestKept } from './nearest';
import { TrainingCurves } from './training-curves';

/** The curves of a training under way and the networks it has been through; looking at one holds it. */
export function LiveEpochs({ live }: { live: LiveTraining }) {
  const { curve, progress, bestEpoch, paused, shownEpoch: shown } = live;
  const kept = keptSoFar(live);
  const epochs = progress?.epochs ?? 1;
  // The axis grows with the training: a few epochs of very many could not be told apart.
  const end = axisEnd(curve.length - 1, epochs);
  const best = curve.length > 0 ? bestEpoch : null;
  return (
    <>
      <EpochScrubber
        {...{ kept, end, shown }}
        best={best !== null && kept.includes(best) ? best : null}
        words={shown === null ? 'The first network is coming.' : shownWords(shown, epochs, curve, best)}
        live={!paused}
        {...(kept.length === 0 && { unavailable: progress ? 'Set to keep no epoch but the best.' : 'Getting ready.' })}
      />
      <TrainingCurves
        {...{ curve, end, bestEpoch: best }}
        shownEpoch={paused ? shown : null}
        onPick={(epoch) => goToEpoch(nearestKept(kept, epoch))}
      />
    </>
  );
}

/** The curves of the last training, and the networks it went through. */
export function OutcomeEpochs({ outcome: { report, task, graphName } }: { outcome: TrainingOutcome }) {
  const { curve, best, kept } = report;
  const shown = useStore(shownEpoch);
  const elsewhere = useStore(
    ({ training: { outcome }, dataset }) => outcome !== null && !sameDataset(dataset, outcome.dataset),
  );
  const epochs = curve.length - 1;
  const thinned = thinnedWords(kept, task.traceEvery);
  return (
    <>
      <EpochScrubber
        {...{ end: epochs, shown }}
        kept={kept.epochs}
        best={best.epoch}
        words={shownWords(shown, epochs, curve, best.epoch)}
        live={false}
        {...(elsewhere && { unavailable: `Open ${graphName} again to look at its epochs.` })}
      />
      {thinned !== null && <p className="field-hint">{thinned}</p>}
      <TrainingCurves
        {...{ curve, end: epochs, bestEpoch: best.epoch, shownEpoch: shown }}
        onPick={(epoch) => !elsewhere && goToEpoch(nearestKept(kept.epochs, epoch))}
      />
    </>
  );
}
