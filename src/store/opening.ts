import { completeRecipe } from '../recipe/defaults';
import type { Lane } from './session';

/** The opening scene: small, alive at once, and deep enough that the collapse is seen. */
export const OPENING: Lane = {
  dataset: { kind: 'catalogue', id: 'circles' },
  recipe: completeRecipe({
    conv: 'gcn',
    hops: 16,
    activation: 'tanh',
    decoder: 'linear',
    input: { kind: 'given', normalise: 'none' },
    weights: { kind: 'random', seed: 3, gain: 1 },
  }),
};
