import type { StateDict } from '../gnn/models/parameters';
import type { Trained } from '../gnn/training/train-nodes';

/** What the last training left behind. */
export interface LearnedWeights {
  /** Those of the best epoch. */
  best: StateDict;
  /** By epoch, the best included. */
  epochs: Map<number, StateDict>;
  /** (K+1) of (N, 3) the projections of the best epoch's trace, which those of the other epochs are turned onto; null before it. */
  axes: readonly Float32Array[] | null;
}

export function learned({ weights, epochs }: Trained): LearnedWeights {
  return { best: weights, epochs, axes: null };
}

/** The weights of one epoch, or of the best. Throws when nothing was learned, or when that epoch was not kept, naming the nearest that were. */
export function weightsOf(from: LearnedWeights | null, epoch: number | undefined): StateDict {
  if (!from) throw new Error('Nothing has been trained yet: train first, or take random weights.');
  if (epoch === undefined) return from.best;
  return from.epochs.get(epoch) ?? refuseEpoch(epoch, [...from.epochs.keys()]);
}

export function refuseEpoch(epoch: number, kept: number[]): never {
  const below = kept.filter((one) => one < epoch);
  const above = kept.filter((one) => one > epoch);
  const nearest = [...below.sort(ascending).slice(-1), ...above.sort(ascending).slice(0, 1)];
  const there =
    nearest.length > 0 ? `the nearest ${nearest.length > 1 ? 'are' : 'is'} ${nearest.join(' and ')}` : 'none was';
  throw new Error(`The weights of epoch ${epoch} were not kept; ${there}.`);
}

const ascending = (a: number, b: number) => a - b;
