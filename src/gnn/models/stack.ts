import { concat, maximum, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Recipe } from '../../recipe/recipe';
import { dense, type Features, isSparse, type Propagation } from '../layers/convolution';
import { linear } from '../layers/linear';
import { CONVOLUTIONS } from '../layers/registry';
import { block } from './block';
import { dropout } from './dropout';
import { partOf, streamSeed } from './parameters';
import { isBare } from './widths';

/**
 * The stack of a recipe, step by step: encode, one hop after the other, read out. Every step is differentiable in
 * `parameters`, makes tensors that its caller disposes, and is the same for a trace and for training.
 */
export interface Stack {
  recipe: Recipe;
  /** By their names in the state dict; {} for identity weights. */
  parameters: Record<string, Tensor>;
  propagation: Propagation[];
  /** Training alone: the seed of this step's dropout. */
  dropoutSeed: number | null;
}

/** H⁰ where there is an encoder: the input through it, (N, F) → (N, widths[0]). */
export function encode({ parameters }: Stack, x: Features): Tensor2D {
  return linear(x, parameters['encoder.weight'] as Tensor2D, parameters['encoder.bias'] as Tensor1D);
}

/** H^{layer+1} from H^layer: dropout, convolution, norm, activation, residual. */
export function nextHop(stack: Stack, layer: number, x: Features, initial: Features): Tensor2D {
  const { recipe, parameters, propagation, dropoutSeed } = stack;
  const heard = dropoutSeed === null ? x : dropout(x, recipe.dropout, streamSeed(dropoutSeed, layer));
  const conv = CONVOLUTIONS[recipe.conv].forward({
    x: heard,
    propagation,
    parameters: partOf(parameters, `convs.${layer}`),
    options: recipe.options,
  });
  return block(recipe, isBare(recipe, layer), conv, denseOrNull(x), denseOrNull(initial));
}

/** The logits, from H⁰…H^K: the decoder over what the jump gathers, or the last hop without decoder. */
export function readout({ recipe, parameters }: Stack, hops: Features[]): Tensor2D {
  const gathered = gather(recipe, hops);
  if (recipe.decoder === 'none') return dense(gathered);
  return linear(gathered, parameters['decoder.weight'] as Tensor2D, parameters['decoder.bias'] as Tensor1D);
}

/** Jumping knowledge (Xu et al. 2018, 1806.03536), over hops 1…K: the last, all side by side, or the largest entries. */
function gather({ jump, hops: count }: Recipe, hops: Features[]): Features {
  if (jump === 'last' || count === 0) return hops[count];
  const later = hops.slice(1).map(dense);
  return jump === 'concat' ? concat(later, 1) : later.reduce((most, hop) => maximum(most, hop));
}

function denseOrNull(x: Features): Tensor2D | null {
  return isSparse(x) ? null : x;
}
