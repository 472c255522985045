import type { Norm } from '../../../recipe/recipe';
import { batch } from './batch';
import { dgn } from './dgn';
import { layer } from './layer';
import type { NormLayer } from './norm';
import { pair, pairSi } from './pair';

/** The norms by the name a recipe gives them. */
export const NORM_LAYERS: Record<Norm, NormLayer | null> = {
  none: null,
  layer,
  batch,
  pair,
  'pair-si': pairSi,
  dgn,
};
