import { type ConvName, DESCRIPTORS } from './descriptors';
import type { Recipe } from './recipe';
import { REWIRING_DEFAULTS, type RewiringKind } from './rewiring';

/** What the literature offers against oversmoothing, and for hearing from far away: each one switch of a recipe. */
export interface Remedy {
  id: string;
  title: string;
  against: 'oversmoothing' | 'short reach';
  /** What it does, in a line. */
  line: string;
  paper: { authors: string; year: number; url: string };
  isOn(recipe: Recipe): boolean;
  /** What of a recipe turns it on, and what turns it off again. */
  on: Partial<Recipe>;
  off: Partial<Recipe>;
}

export const REMEDIES: readonly Remedy[] = [
  {
    ...{ id: 'skip', title: 'Skip', against: 'oversmoothing' },
    line: 'Every hop is added to the one before it, so that nothing has to be carried through the layers.',
    paper: arxiv('Li et al.', 2019, '1904.03751'),
    ...field('residual', 'skip', 'none'),
  },
  {
    ...{ id: 'initial', title: 'Initial residual', against: 'oversmoothing' },
    line: 'Every hop mixes in a share α of what the node started with, so that it is never forgotten.',
    paper: arxiv('Chen et al.', 2020, '2007.02133'),
    ...field('residual', 'initial', 'none'),
  },
  {
    ...{ id: 'jump', title: 'Jumping knowledge', against: 'oversmoothing' },
    line: 'The output reads the largest entries of all hops, through a linear decoder, not the last hop alone.',
    paper: arxiv('Xu et al.', 2018, '1806.03536'),
    isOn: ({ jump }) => jump !== 'last',
    on: { jump: 'max', decoder: 'linear' },
    off: { jump: 'last' },
  },
  {
    ...{ id: 'drop-edge', title: 'DropEdge', against: 'oversmoothing' },
    line: 'In training 30 % of the edges are left out, others at every step; a trace as it is drawn stays the same.',
    paper: arxiv('Rong et al.', 2020, '1907.10903'),
    isOn: ({ dropEdge }) => dropEdge > 0,
    on: { dropEdge: 0.3 },
    off: { dropEdge: 0 },
  },
  {
    ...{ id: 'pair', title: 'PairNorm', against: 'oversmoothing' },
    line:
      'Columns are centred and rescaled, so that the distance between nodes stays. Centring takes out equal rows, which is what ' +
      'a row-normalised adjacency, a mean as in GraphSAGE, collapses to; under GCN’s symmetric one rows tend to √(degree + 1), ' +
      'which centring leaves in.',
    paper: arxiv('Zhao & Akoglu', 2020, '1909.12223'),
    ...field('norm', 'pair', 'none'),
  },
  {
    ...{ id: 'dgn', title: 'Differentiable groups', against: 'oversmoothing' },
    line: 'Nodes are sorted into groups, softly, and each group is normalised on its own, so that groups stay apart.',
    paper: arxiv('Zhou et al.', 2020, '2006.06972'),
    ...field('norm', 'dgn', 'none'),
  },
  layer('gcnii', 'Initial residual and a map that comes nearer to the identity the deeper the layer.'),
  layer('appnp', 'Maps once, then only propagates, each time with a share α of the start: personalised PageRank.'),
  layer('gprgnn', 'Reads out every hop with a share of its own, learned, which may be negative.'),
  layer('antisymmetric', 'The weights are antisymmetric, so that what is carried neither grows nor fades with depth.'),
  layer('gat', 'Every node learns whom to listen to. It slows the collapse at best, says Wu et al. 2023.', 'Attention'),
  {
    ...{ id: 'virtual-node', title: 'Virtual node', against: 'short reach' },
    line: 'One more node, joined to all, that starts from zeros: any two nodes are two hops apart at most.',
    paper: arxiv('Gilmer et al.', 2017, '1704.01212'),
    ...field('virtualNode', true, undefined),
  },
  {
    ...{ id: 'fully-adjacent', title: 'Fully-adjacent last layer', against: 'short reach' },
    line: 'In the last layer every node hears every other of its graph. Where a layer takes the mean of all, as GCN then does, all end alike.',
    paper: arxiv('Alon & Yahav', 2021, '2006.05205'),
    ...field('fullyAdjacentLast', true, undefined),
  },
  rewired(
    'fosr',
    'FoSR rewiring',
    'Adds edges where they raise the spectral gap most: the graph is harder to cut in two.',
    arxiv('Karhadkar et al.', 2023, '2210.11790'),
  ),
  rewired(
    'sdrf',
    'SDRF rewiring',
    'Adds edges around those of the most negative curvature, which are the bottlenecks.',
    arxiv('Topping et al.', 2022, '2111.14522'),
  ),
  rewired(
    'flip',
    'Degree-preserving flips',
    'Random pairs of edges change ends, and every node keeps its degree.',
    arxiv('Banerjee et al.', 2022, '2208.03471'),
  ),
  rewired(
    'gdc',
    'GDC diffusion',
    'Every node hears its k strongest by personalised PageRank in place of its neighbours.',
    arxiv('Gasteiger et al.', 2019, '1911.05485'),
  ),
];

function arxiv(authors: string, year: number, number: string): Remedy['paper'] {
  return { authors, year, url: `https://arxiv.org/abs/${number}` };
}

/** A field that has the one value or the other. */
function field<Name extends keyof Recipe>(
  name: Name,
  on: Recipe[Name],
  off: Recipe[Name],
): Pick<Remedy, 'isOn' | 'on' | 'off'> {
  return { isOn: (recipe) => recipe[name] === on, on: { [name]: on }, off: { [name]: off } };
}

/** A convolution of its own, or else GCN. */
function layer(conv: ConvName, line: string, title?: string): Remedy {
  const { paper } = DESCRIPTORS[conv];
  if (!paper) throw new Error(`The layer ${conv} has no paper.`);
  return {
    ...{ id: conv, title: title ?? DESCRIPTORS[conv].title, against: 'oversmoothing', line, paper },
    ...field('conv', conv, 'gcn'),
  };
}

function rewired(kind: RewiringKind, title: string, line: string, paper: Remedy['paper']): Remedy {
  return {
    ...{ id: kind, title, against: 'short reach', line, paper },
    isOn: ({ rewiring }) => rewiring?.kind === kind,
    on: { rewiring: REWIRING_DEFAULTS[kind] },
    off: { rewiring: undefined },
  };
}
