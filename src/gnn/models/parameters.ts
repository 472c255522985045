import { type Random, seededRandom } from '../../graph/random';
import { concatenatesHeads, DESCRIPTORS } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import { bias, type LayerShape, type ParameterSpec, weight } from '../layers/convolution';
import { CONVOLUTIONS } from '../layers/registry';
import { optionsOf } from './messages';
import { NORM_LAYERS } from './norms/norms';
import { isBare, readoutWidth, type StackShape } from './widths';

export interface Parameter {
  shape: number[];
  /** Row-major. */
  data: Float32Array;
}

/** Named parameters, as a PyG module with lists `convs` and `norms`, an `encoder` and a `decoder` names them. */
export type StateDict = Record<string, Parameter>;

/** A parameter before it is drawn, and which of the seed's streams it draws from. */
export interface NamedSpec extends ParameterSpec {
  stream: number;
}

/** Every tensor of the state dict a recipe asks for, by name; none for identity weights. */
export function parameterSpecs(recipe: Recipe, shape: StackShape): Record<string, NamedSpec> {
  if (recipe.weights.kind === 'identity') return {};
  const { inputWidth, widths, outputWidth } = shape;
  const specs: Record<string, NamedSpec> = {};
  const enter = (prefix: string, own: Record<string, ParameterSpec>, stream: number) => {
    Object.entries(own).forEach(([name, spec], i) => {
      specs[`${prefix}.${name}`] = { ...spec, stream: stream + i };
    });
  };
  if (recipe.encoder !== 'none') enter('encoder', linearSpecs(inputWidth, widths[0]), 0);
  for (let layer = 0; layer < modulesOf(recipe); layer++) {
    const own = CONVOLUTIONS[recipe.conv].parameters(layerShape(recipe, shape, layer));
    enter(convolutionAt(recipe, layer), own, 16 * (layer + 1));
  }
  const norm = NORM_LAYERS[recipe.norm];
  for (let layer = 0; norm && layer < recipe.hops; layer++) {
    if (!isBare(recipe, layer)) enter(`norms.${layer}`, norm.parameters(widths[layer + 1]), 16 * (layer + 1) + 12);
  }
  if (recipe.decoder === 'linear') enter('decoder', linearSpecs(readoutWidth(recipe, widths), outputWidth), 2);
  return specs;
}

/** What the convolution from hop `layer` to the next is like. */
export function layerShape(
  recipe: Recipe,
  { widths, relations, classes, edgeColumns }: Pick<StackShape, 'widths' | 'relations' | 'classes' | 'edgeColumns'>,
  layer: number,
): LayerShape {
  const options = optionsOf(recipe);
  return {
    ...{ inputs: widths[layer], outputs: widths[layer + 1], options, layers: recipe.hops, relations },
    edgeColumns: options.edgeFeatures === false ? 0 : edgeColumns,
    heads: recipe.heads,
    concat: concatenatesHeads(recipe, layer, classes),
  };
}

/** PyG modules among the hops: one a layer, or a single one that propagates as often as there are hops. */
function modulesOf({ conv, hops }: Recipe): number {
  return DESCRIPTORS[conv].oneModule ? Math.min(1, hops) : hops;
}

/** The module that computes this layer, as the state dict names it. */
export function convolutionAt({ conv }: Recipe, layer: number): string {
  return `convs.${DESCRIPTORS[conv].oneModule ? 0 : layer}`;
}

function linearSpecs(inputs: number, outputs: number): Record<string, ParameterSpec> {
  return { weight: weight(outputs, inputs), bias: bias(outputs) };
}

/**
 * The parameters a recipe starts with: Glorot-uniform × gain (Glorot & Bengio 2010: the limit is gain · √(6 / (in + out))) or
 * a value of their own, biases 0. Every parameter has its own stream of the seed, so a layer's weights do not depend on how
 * many layers there are.
 */
export function drawParameters(recipe: Recipe, shape: StackShape): StateDict {
  const { weights } = recipe;
  if (weights.kind !== 'random') return {};
  const state: StateDict = {};
  for (const [name, spec] of Object.entries(parameterSpecs(recipe, shape))) {
    state[name] = { shape: spec.shape, data: started(spec, weights.gain, streamSeed(weights.seed, spec.stream)) };
  }
  return state;
}

function started({ shape, start }: ParameterSpec, gain: number, seed: number): Float32Array {
  const size = shape.reduce((product, side) => product * side, 1);
  if (start === 'glorot') return glorot(shape, size, gain, seededRandom(seed));
  return typeof start === 'number' ? new Float32Array(size).fill(start) : Float32Array.from(start);
}

function glorot(shape: number[], size: number, gain: number, random: Random): Float32Array {
  const [rows = 1, columns = 1] = shape.slice(-2);
  const limit = gain * Math.sqrt(6 / (rows + columns));
  return Float32Array.from({ length: size }, () => limit * (2 * random.uniform() - 1));
}

/** Mixes a seed and a stream number into a seed of its own (the finaliser of MurmurHash3, 32 bits). */
export function streamSeed(seed: number, stream: number): number {
  let h = (seed ^ Math.imul(stream + 1, 0x9e3779b9)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** What belongs to one part of the model ("encoder", "convs.3"), by its name inside that part. */
export function partOf<T>(state: Record<string, T>, part: string): Record<string, T> {
  const prefix = `${part}.`;
  const own = Object.entries(state).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}

/**
 * Throws unless `state` holds exactly the tensors the recipe asks for, in their shapes; the error names the first that is
 * missing, surplus or misshapen and the shape expected.
 */
export function checkState(recipe: Recipe, shape: StackShape, state: StateDict): void {
  const expected = parameterSpecs(recipe, shape);
  const sizeOf = (sides: number[]) => `(${sides.join(', ')})`;
  for (const [name, spec] of Object.entries(expected)) {
    const own = state[name];
    if (!own) throw new Error(`Weights: "${name}" is missing; this recipe needs it with shape ${sizeOf(spec.shape)}.`);
    if (own.shape.length !== spec.shape.length || own.shape.some((side, i) => side !== spec.shape[i])) {
      throw new Error(
        `Weights: "${name}" has shape ${sizeOf(own.shape)}, but this recipe needs ${sizeOf(spec.shape)}.`,
      );
    }
  }
  const surplus = Object.keys(state).find((name) => !expected[name]);
  if (surplus !== undefined) throw new Error(`Weights: this recipe has no "${surplus}"; leave it out.`);
}
