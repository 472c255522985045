import { type Random, seededRandom } from '../../graph/random';
import type { Recipe } from '../../recipe/recipe';
import { CONVOLUTIONS } from '../layers/registry';

export interface Parameter {
  shape: number[];
  /** Row-major. */
  data: Float32Array;
}

/** Named parameters, PyG's names under `convs.{i}.`. */
export type StateDict = Record<string, Parameter>;

/**
 * The parameters a recipe asks for: none for identity weights, else Glorot-uniform × gain (Glorot & Bengio 2010: the limit
 * is gain · √(6 / (in + out))) with biases 0. Every parameter has its own stream of the seed, so a layer's weights do not
 * depend on how many layers there are.
 *
 * @param inputWidth columns of what goes in, before the encoder.
 * @param widths (K+1) columns of each hop.
 */
export function drawParameters(recipe: Recipe, inputWidth: number, widths: number[]): StateDict {
  const { weights } = recipe;
  if (weights.kind === 'identity') return {};
  const state: StateDict = {};
  const draw = (name: string, shape: number[], stream: number) => {
    const random = seededRandom(streamSeed(weights.seed, stream));
    state[name] = {
      shape,
      data: name.endsWith('bias') ? new Float32Array(shape[0]) : glorot(shape, weights.gain, random),
    };
  };
  if (recipe.encoder === 'linear') {
    draw('encoder.weight', [widths[0], inputWidth], 0);
    draw('encoder.bias', [widths[0]], 1);
  }
  for (let layer = 0; layer < recipe.hops; layer++) {
    const shapes = CONVOLUTIONS[recipe.conv].parameters(widths[layer], widths[layer + 1], recipe.options);
    Object.entries(shapes).forEach(([name, shape], i) => {
      draw(`convs.${layer}.${name}`, shape, 16 * (layer + 1) + i);
    });
  }
  return state;
}

function glorot([rows, columns]: number[], gain: number, random: Random): Float32Array {
  const limit = gain * Math.sqrt(6 / (rows + columns));
  return Float32Array.from({ length: rows * columns }, () => limit * (2 * random.uniform() - 1));
}

/** Mixes a seed and a stream number into a seed of its own (the finaliser of MurmurHash3, 32 bits). */
export function streamSeed(seed: number, stream: number): number {
  let h = (seed ^ Math.imul(stream + 1, 0x9e3779b9)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The parameters of one layer, by their names inside the layer. */
export function layerParameters(state: StateDict, layer: number): StateDict {
  const prefix = `convs.${layer}.`;
  const own = Object.entries(state).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, parameter]) => [name.slice(prefix.length), parameter]));
}
