import type { ConvName } from '../../recipe/recipe';
import { antisymmetric } from './antisymmetric';
import { appnp } from './appnp';
import { cheb } from './cheb';
import type { Convolution } from './convolution';
import { gat } from './gat';
import { gatv2 } from './gatv2';
import { gcn } from './gcn';
import { gcnii } from './gcnii';
import { gin } from './gin';
import { gprgnn } from './gprgnn';
import { graphconv } from './graphconv';
import { lightgcn } from './lightgcn';
import { mixhop } from './mixhop';
import { mlp } from './mlp';
import { rgcn } from './rgcn';
import { sage } from './sage';
import { sgc } from './sgc';
import { transformer } from './transformer';

/** The convolutions by the name a recipe gives them. */
export const CONVOLUTIONS: Record<ConvName, Convolution> = {
  ...{ gcn, sage, gat, gatv2, transformer, gin, graphconv, rgcn, cheb, mixhop },
  ...{ sgc, appnp, gcnii, gprgnn, lightgcn, antisymmetric, mlp },
};
