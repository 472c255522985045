import { formatAccuracy } from '../../charts/numbers';
import type { EpochReport, KeptEpochs } from '../../engine/protocol';

/**
 * What is on screen: "Showing the network after epoch 40 of 200: validation accuracy 71.0 %."
 * @param epoch null where the network on screen is of no training.
 * @param epochs the training's last, or the most it may take.
 */
export function shownWords(
  epoch: number | null,
  epochs: number,
  curve: readonly EpochReport[],
  bestEpoch: number | null,
): string {
  if (epoch === null) return 'The network on screen is not one of this training.';
  const which = epoch === 0 ? 'before the first epoch' : `after epoch ${count(epoch)} of ${count(epochs)}`;
  const best = epoch === bestEpoch ? ', the best' : '';
  const report = curve.find((one) => one.epoch === epoch);
  return `Showing the network ${which}${best}${report ? `: ${scoreOf(report)}` : ''}.`;
}

function scoreOf({ accuracy }: EpochReport): string {
  if (accuracy.validation !== null) return `validation accuracy ${formatAccuracy(accuracy.validation)}`;
  return `training accuracy ${formatAccuracy(accuracy.train)}`;
}

/** Why fewer epochs were kept than asked for; null where all were. */
export function thinnedWords({ every, budget }: KeptEpochs, asked: number): string | null {
  if (every <= asked) return null;
  return `Every ${ordinal(every)} epoch is kept: every ${ordinal(asked)} would take more than ${Math.round(budget / 2 ** 20)} MiB.`;
}

/** "8th", "21st", "112th". */
export function ordinal(number: number): string {
  const teens = Math.floor(number / 10) % 10 === 1;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${count(number)}${ending}`;
}

const count = (number: number) => number.toLocaleString('en');
