import { clone, concat, maximum, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { concatenatesHeads, DESCRIPTORS } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import { largestTensor } from '../kernels/largest-tensor';
import { dense, type Features, isSparse, type LayerCall, type Propagation } from '../layers/convolution';
import { dropout } from '../layers/dropout';
import { linear } from '../layers/linear';
import { CONVOLUTIONS } from '../layers/registry';
import { activate, withResidual } from './block';
import { optionsOf } from './messages';
import type { Statistics } from './norms/norm';
import { NORM_LAYERS } from './norms/norms';
import { convolutionAt, partOf, streamSeed } from './parameters';
import { isBare, type StackShape } from './widths';

/**
 * The stack of a recipe, step by step: encode, one hop after the other, read out. Every step is differentiable in
 * `parameters`, makes tensors that its caller disposes, and is the same for a trace and for training.
 */
export interface Stack {
  recipe: Recipe;
  shape: Pick<StackShape, 'classes'>;
  /** By their names in the state dict; {} for identity weights. */
  parameters: Record<string, Tensor>;
  propagation: Propagation[];
  /** Of the last layer, where that is another. */
  lastPropagation?: Propagation[] | null;
  /** Training alone: the seed of this step's dropout. */
  dropoutSeed: number | null;
  /** Where norms take their statistics from. */
  statistics: Statistics;
  /** How many times the graph stands side by side in `propagation` and in the rows; once without it. */
  copies?: number;
}

/** Where other streams of dropout begin, after those of the convolutions' rows: the attention's, and those of the dense maps. */
const ATTENTION = 1024;
const ENCODER = 2048;
const DECODER = 2049;

/** H⁰ where there is an encoder: the input through it, (N, F) → (N, widths[0]). */
export function encode(stack: Stack, x: Features): Tensor2D {
  const { encoder, activation } = stack.recipe;
  const mapped = throughDense(stack, 'encoder', x, ENCODER);
  return encoder === 'activated' ? activate(activation, mapped) : mapped;
}

/** H^{layer+1} from H^layer: dropout, convolution, norm, activation, residual. */
export function nextHop(stack: Stack, layer: number, x: Features, initial: Features): Tensor2D {
  const { recipe, dropoutSeed } = stack;
  // Hops that are one module are one convolution.
  const drops = dropoutSeed !== null && (layer === 0 || !DESCRIPTORS[recipe.conv].oneModule);
  const heard = drops ? dropout(x, recipe.dropout, streamSeed(dropoutSeed, layer)) : x;
  const conv = CONVOLUTIONS[recipe.conv].forward(callOf(stack, layer, heard, initial));
  const residual = { previous: denseOrNull(x), initial: denseOrNull(initial) };
  const next = withResidual(recipe, isBare(recipe, layer) ? conv : finish(stack, layer, conv), residual);
  // A tensor of its own, which the caller disposes, also where nothing was done.
  return next === x || next === initial ? clone(next) : next;
}

/** Norm and activation. */
function finish({ recipe, parameters, statistics, copies }: Stack, layer: number, conv: Tensor2D): Tensor2D {
  const norm = NORM_LAYERS[recipe.norm];
  const normed = norm ? norm.apply(conv, partOf(parameters, `norms.${layer}`), statistics, copies) : conv;
  return activate(recipe.activation, normed);
}

/** What the convolution of that layer is given. */
export function callOf(stack: Stack, layer: number, x: Features, initial: Features): LayerCall {
  const { recipe, shape, parameters, lastPropagation, dropoutSeed } = stack;
  const propagation = (layer === recipe.hops - 1 && lastPropagation) || stack.propagation;
  return {
    ...{ x, initial, layer, layers: recipe.hops, propagation, heads: recipe.heads },
    options: optionsOf(recipe),
    concat: concatenatesHeads(recipe, layer, shape.classes),
    parameters: partOf(parameters, convolutionAt(recipe, layer)),
    dropoutSeed: dropoutSeed === null ? null : streamSeed(dropoutSeed, ATTENTION + layer),
    largestTensor: largestTensor(),
  };
}

/**
 * The logits, from H⁰…H^K: what the jump, or the layer's own readout, gathers from the hops, through the decoder where there
 * is one. Shapes: (N, widths[k]) → (N, outputWidth).
 */
export function readout(stack: Stack, hops: Features[]): Tensor2D {
  const { recipe, parameters } = stack;
  const own = CONVOLUTIONS[recipe.conv].readout;
  const gathered = own
    ? own(hops.map(dense), partOf(parameters, convolutionAt(recipe, 0)), recipe.options)
    : gather(recipe, hops);
  if (recipe.decoder === 'none') return dense(gathered);
  return throughDense(stack, 'decoder', gathered, DECODER);
}

/** The encoder or decoder; what goes in is dropped like what goes into a convolution. */
function throughDense(stack: Stack, map: 'encoder' | 'decoder', x: Features, stream: number): Tensor2D {
  const { recipe, parameters, dropoutSeed } = stack;
  const heard = dropoutSeed === null ? x : dropout(x, recipe.dropout, streamSeed(dropoutSeed, stream));
  return linear(heard, parameters[`${map}.weight`] as Tensor2D, parameters[`${map}.bias`] as Tensor1D);
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
