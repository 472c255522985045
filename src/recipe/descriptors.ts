import type { ConvName } from './recipe';

/** One option of a convolution, as a control and as a check. */
export type OptionSpec =
  | { kind: 'boolean'; default: boolean; meaning: string }
  | { kind: 'number'; default: number; minimum: number; maximum: number; meaning: string };

/** What a convolution is, without tensors: enough for a menu, a formula, a check of a recipe and a count of hops seen. */
export interface LayerDescriptor {
  name: ConvName;
  title: string;
  /** Plain text; h_u is the sender's row, h′_v the receiver's new one, before norm, activation and residual. */
  formula: string;
  options: Record<string, OptionSpec>;
  /** Hops one layer sees: 0 without message passing. */
  radius: number;
  /** Whether `weights: identity` (propagation alone) means something for it. */
  identityAllowed: boolean;
  /** Ways to reduce the messages, the first the default; empty when the layer has no choice. */
  aggregations: string[];
  paper: { title: string; authors: string; year: number; url: string } | null;
}

/** Shared by every convolution: the α of `residual: 'initial'`. */
const alpha: OptionSpec = {
  kind: 'number',
  default: 0.1,
  minimum: 0,
  maximum: 1,
  meaning: 'share of H⁰ mixed in at every hop when residual is "initial"',
};

export const DESCRIPTORS: Record<ConvName, LayerDescriptor> = {
  gcn: {
    name: 'gcn',
    title: 'GCN',
    formula: 'h′_v = W Σ_u a_vu h_u + b,  a_vu = w_vu / √(d_v d_u), v itself included',
    options: {
      improved: { kind: 'boolean', default: false, meaning: 'added self-loops weigh 2; acts only with edge weights' },
      alpha,
    },
    radius: 1,
    identityAllowed: true,
    aggregations: [],
    paper: {
      title: 'Semi-Supervised Classification with Graph Convolutional Networks',
      authors: 'Kipf & Welling',
      year: 2017,
      url: 'https://arxiv.org/abs/1609.02907',
    },
  },
  sage: {
    name: 'sage',
    title: 'GraphSAGE',
    formula: 'h′_v = W_l mean_u h_u + b_l + W_r h_v',
    options: {
      root: {
        kind: 'boolean',
        default: true,
        meaning: "add the node's own row through W_r; never with identity weights",
      },
      alpha,
    },
    radius: 1,
    identityAllowed: true,
    aggregations: ['mean'],
    paper: {
      title: 'Inductive Representation Learning on Large Graphs',
      authors: 'Hamilton, Ying & Leskovec',
      year: 2017,
      url: 'https://arxiv.org/abs/1706.02216',
    },
  },
  mlp: {
    name: 'mlp',
    title: 'MLP',
    formula: 'h′_v = W h_v + b',
    options: { alpha },
    radius: 0,
    identityAllowed: false,
    aggregations: [],
    paper: null,
  },
};

export const CONVS = Object.keys(DESCRIPTORS) as ConvName[];
