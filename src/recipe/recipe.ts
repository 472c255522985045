import type { OptionValues } from './descriptor';
import type { ConvName } from './descriptors';
import type { Rewiring } from './rewiring';

export type { ConvName, Rewiring };

/**
 * A recipe says what a model is, as plain JSON: which convolution, how many hops, what goes in, where weights come from.
 * It holds no tensors; the page and the worker share it. Same recipe, graph and backend give the same numbers.
 */
export interface Recipe {
  version: 1;
  /** Registry name of the convolution. */
  conv: ConvName;
  /** 0…128; each hop is one message passing. */
  hops: number;
  /** Columns of every hop ≥ 1, 1…256. */
  width: number;
  /** Attention heads, 1…16; 1 for layers without attention. */
  heads: number;
  /** How messages are reduced, for layers with a choice: `mean` (default) or `max` of sage. */
  aggr?: string;
  /** The convolution's own options, e.g. `{ root: true }`. */
  options: OptionValues;
  activation: Activation;
  norm: Norm;
  residual: Residual;
  /** What the decoder reads: the last hop, or every hop ≥ 1 side by side or by its largest entries. */
  jump: Jump;
  encoder: Encoder;
  decoder: 'none' | 'linear';
  /** Share of the entries set to 0 before every convolution, the encoder and the decoder, in training only, 0 ≤ p < 1. */
  dropout: number;
  /** Share of the edges left out, anew at every step of training, 0 ≤ p < 1. */
  dropEdge: number;
  /** Other edges for messages to run along; without it the graph's own. */
  rewiring?: Rewiring;
  /** One more node, joined to all others, in what messages run along. */
  virtualNode?: true;
  /** The last layer hears every node of its graph. */
  fullyAdjacentLast?: true;
  input: InputSpec;
  weights: WeightSpec;
}

export type Activation = 'relu' | 'tanh' | 'elu' | 'leakyRelu' | 'none';
export type Norm = 'none' | 'layer' | 'batch' | 'pair' | 'pair-si' | 'dgn';
export type Residual = 'none' | 'skip' | 'initial';
/** `activated`: linear, then the recipe's activation. */
export type Encoder = 'none' | 'linear' | 'activated';
export type Jump = 'last' | 'concat' | 'max';

/** Where H⁰ comes from. */
export interface InputSpec {
  kind: 'given' | 'onehot' | 'degree' | 'random' | 'spectral' | 'columns';
  /** For `random` (and the start of `spectral`). */
  seed?: number;
  /** Columns, for `random` and `spectral`; default the recipe's width. */
  width?: number;
  /** Attribute names, for `columns`. */
  columns?: string[];
  normalise: 'none' | 'row' | 'standard';
}

export type WeightSpec =
  /** No parameters: H^{k+1} is the propagated H^k; width = input width. */
  | { kind: 'identity' }
  /** Glorot-uniform × gain, drawn independently for each layer from the seed; biases 0. */
  | { kind: 'random'; seed: number; gain: number }
  /** Those the engine trained last, of this shape: of the best epoch, or of one of the epochs kept. */
  | { kind: 'trained'; epoch?: number }
  /** Those the engine was given last, of this shape; or, by their name, those of a network that was kept to be compared. */
  | { kind: 'file'; name?: string };
