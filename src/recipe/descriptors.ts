import type { LayerDescriptor, OptionSpec, OptionValues } from './descriptor';
import { antisymmetric } from './layers/antisymmetric';
import { appnp } from './layers/appnp';
import { cheb } from './layers/cheb';
import { gat } from './layers/gat';
import { gatv2 } from './layers/gatv2';
import { gcn } from './layers/gcn';
import { gcnii } from './layers/gcnii';
import { gin } from './layers/gin';
import { gprgnn } from './layers/gprgnn';
import { graphconv } from './layers/graphconv';
import { lightgcn } from './layers/lightgcn';
import { mixhop } from './layers/mixhop';
import { mlp } from './layers/mlp';
import { rgcn } from './layers/rgcn';
import { sage } from './layers/sage';
import { sgc } from './layers/sgc';
import { transformer } from './layers/transformer';

export type { LayerDescriptor, OptionSpec } from './descriptor';

/** Every convolution, in the order of a menu. */
const LAYERS = {
  ...{ gcn, sage, gat, gatv2, transformer, gin, graphconv, rgcn, cheb, mixhop },
  ...{ sgc, appnp, gcnii, gprgnn, lightgcn, antisymmetric, mlp },
} satisfies Record<string, LayerDescriptor>;

export type ConvName = keyof typeof LAYERS;

/** Shared by every convolution that has no α of its own: that of `residual: 'initial'`. */
const alpha: OptionSpec = {
  kind: 'number',
  default: 0.1,
  minimum: 0,
  maximum: 1,
  meaning: 'share of H⁰ mixed in at every hop when residual is "initial"',
  acts: 'with-initial-residual',
};

export const CONVS = Object.keys(LAYERS) as ConvName[];

export const DESCRIPTORS = Object.fromEntries(
  Object.entries(LAYERS).map(([name, layer]: [string, LayerDescriptor]) => [
    name,
    { ...layer, options: 'alpha' in layer.options ? layer.options : { ...layer.options, alpha } },
  ]),
) as Record<ConvName, LayerDescriptor>;

/** Whether the heads of that layer stand side by side; else they are averaged, as where it is the output of a classifier. */
export function concatenatesHeads(
  recipe: { conv: ConvName; options: OptionValues; decoder: string; hops: number },
  layer: number,
  classes: number,
): boolean {
  const output = recipe.decoder === 'none' && layer === recipe.hops - 1 && classes > 0;
  return recipe.options.concat !== false && !output;
}

/** Whether an option changes anything under this recipe. */
export function optionActs(
  { acts }: OptionSpec,
  { residual, weights }: { residual: string; weights: { kind: string } },
): boolean {
  if (acts === 'with-initial-residual') return residual === 'initial';
  return !(acts === 'with-weights' && weights.kind === 'identity');
}

/** Hops that one layer sees under these options. */
export function radiusOf({ conv, options }: { conv: ConvName; options: OptionValues }): number {
  const { radius, radiusWith } = DESCRIPTORS[conv];
  return radiusWith ? radiusWith(options) : radius;
}
