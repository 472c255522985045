import type { StateDict } from '../models/parameters';

/** The most bytes that the weights of all epochs kept of one training may take. */
export const EPOCHS_BUDGET = 128 * 2 ** 20;

/** The weights of every n-th epoch of a training, the untrained ones included. */
export interface EpochWeights {
  /** Epochs from one to the next; 0 keeps none. It doubles whenever the budget would be exceeded. */
  every(): number;
  /** Whether the weights of an epoch are to be kept. */
  wants(epoch: number): boolean;
  keep(epoch: number, weights: StateDict): void;
  /** Undefined where an epoch was not kept. */
  of(epoch: number): StateDict | undefined;
  /** Those kept, by epoch. */
  all(): Map<number, StateDict>;
}

export function epochWeights(asked: number, budget: number = EPOCHS_BUDGET): EpochWeights {
  const kept = new Map<number, StateDict>();
  let every = asked;
  let bytes = 0;

  const wants = (epoch: number) => every > 0 && epoch % every === 0;
  const thin = () => {
    every *= 2;
    for (const [epoch, weights] of kept) {
      if (wants(epoch)) continue;
      kept.delete(epoch);
      bytes -= bytesOf(weights);
    }
  };
  return {
    every: () => every,
    wants,
    keep(epoch, weights) {
      kept.set(epoch, weights);
      bytes += bytesOf(weights);
      // One alone is kept however large it is: as large are the weights being trained.
      while (bytes > budget && kept.size > 1) thin();
    },
    of: (epoch) => kept.get(epoch),
    all: () => new Map(kept),
  };
}

function bytesOf(weights: StateDict): number {
  return Object.values(weights).reduce((sum, { data }) => sum + data.byteLength, 0);
}
