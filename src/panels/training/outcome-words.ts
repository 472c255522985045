import { formatAccuracy } from '../../charts/numbers';
import type { LiveTraining, TrainingOutcome } from '../../store/state';
import { duration } from './written';

/** How a training ended, in a sentence or two. */
export function outcomeWords({ report, task }: Pick<TrainingOutcome, 'report' | 'task'>): string {
  const { curve, best, stopped, milliseconds, parameterCount, scores } = report;
  const taken = (curve.at(-1)?.epoch ?? 0).toLocaleString('en');
  const how = {
    epochs: `All ${taken} epochs were taken`,
    patience: `Stopped after ${taken} epochs, for the validation score had not improved for ${task.patience}`,
    cancelled: `Cancelled after ${taken} epochs`,
    diverged: `Stopped after epoch ${taken}, the last whose numbers were finite`,
  }[stopped];
  const size = `${parameterCount.toLocaleString('en')} parameters`;
  const score = scores.test.accuracy === null ? '' : ` Test accuracy: ${formatAccuracy(scores.test.accuracy)}.`;
  return `${how}, in ${duration(milliseconds / 1000)}. The ${size} of epoch ${best.epoch.toLocaleString('en')} are kept.${score}`;
}

/** Where a training is, in a line. */
export function liveWords({ progress, paused }: Pick<LiveTraining, 'progress' | 'paused'>): string {
  if (!progress) return paused ? 'Paused' : 'Getting ready';
  const { stage, epoch, epochs, epochsPerSecond, secondsLeft } = progress;
  const at = `epoch ${epoch.toLocaleString('en')} of ${epochs.toLocaleString('en')}`;
  const what = stage === 'mlp' ? `MLP to compare with, ${at}` : `E${at.slice(1)}`;
  if (paused) return `${what} · paused`;
  if (secondsLeft === null) return what;
  const speed = epochsPerSecond >= 10 ? Math.round(epochsPerSecond) : Number(epochsPerSecond.toPrecision(2));
  return `${what} · ${speed.toLocaleString('en')} epochs/s · ${duration(secondsLeft)} left`;
}
