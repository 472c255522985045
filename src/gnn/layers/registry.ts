import type { ConvName } from '../../recipe/recipe';
import type { Convolution } from './convolution';
import { gcn } from './gcn';
import { mlp } from './mlp';
import { sage } from './sage';

/** The convolutions by the name a recipe gives them. */
export const CONVOLUTIONS: Record<ConvName, Convolution> = { gcn, sage, mlp };
