import type { LayerDescriptor } from '../descriptor';

export const sage: LayerDescriptor = {
  name: 'sage',
  title: 'GraphSAGE',
  formula: 'h′_v = W_l mean_u h_u + b_l + W_r h_v',
  equation({ identity, options, aggr }) {
    const heard = `${aggr ?? 'mean'}_u h_u`;
    if (identity) return heard;
    return options.root === false ? `W_l ${heard} + b_l` : `W_l ${heard} + b_l + W_r h_v`;
  },
  options: {
    root: {
      kind: 'boolean',
      default: true,
      meaning: "add the node's own row through W_r; never with identity weights",
      acts: 'with-weights',
    },
  },
  radius: 1,
  identityAllowed: true,
  aggregations: ['mean', 'max'],
  width: 'mapped',
  paper: {
    title: 'Inductive Representation Learning on Large Graphs',
    authors: 'Hamilton, Ying & Leskovec',
    year: 2017,
    url: 'https://arxiv.org/abs/1706.02216',
  },
};
