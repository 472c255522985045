import { completeRecipe } from '../recipe/defaults';
import type { Lane } from './session';

/**
 * The opening scene: small, alive at once, and deep enough that the collapse is seen: for a few hops the circles part, then they
 * run together, and at the last hop the nearest class centre names hardly more nodes than guessing would.
 */
export const OPENING: Lane = {
  dataset: { kind: 'catalogue', id: 'circles' },
  recipe: completeRecipe({
    conv: 'gcn',
    hops: 16,
    activation: 'tanh',
    decoder: 'linear',
    input: { kind: 'given', normalise: 'none' },
    weights: { kind: 'random', seed: 25, gain: 1 },
  }),
};
