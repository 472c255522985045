import { completeRecipe } from '../recipe/defaults';
import type { Lane } from './session';

/**
 * The opening scene: small, alive at once, and deep enough that the collapse is seen: the circles part within two hops and
 * are one ray by the fourteenth.
 */
export const OPENING: Lane = {
  dataset: { kind: 'catalogue', id: 'circles' },
  recipe: completeRecipe({
    conv: 'gcn',
    hops: 16,
    activation: 'relu',
    decoder: 'linear',
    input: { kind: 'given', normalise: 'none' },
    weights: { kind: 'random', seed: 5, gain: 1.4 },
  }),
};
