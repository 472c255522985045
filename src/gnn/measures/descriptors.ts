/**
 * What the measures are, for labels, legends and tooltips. It imports nothing, so the page may read it before any
 * computing has loaded.
 */
export type MeasureKey = (typeof MEASURES)[number]['key'];

/** One value a measure; null where it was not computed. */
export type MeasureRow = Record<string, number | null>;

export interface MeasureDescriptor {
  key: string;
  /** For a legend, three words at most. */
  label: string;
  /** What the figure is divided by, or counted over: shown beside the label. */
  normalisation: string;
  /** What it means, in one line. */
  glossary: string;
  /** As on screen: `share` is shown in per cent, `dimensions` and `number` as they are. */
  unit: 'number' | 'share' | 'dimensions';
  /** Least and greatest possible value; null where there is no bound (or it depends on the embedding). */
  range: [minimum: number, maximum: number | null];
  /** What it does as the nodes become alike; `none` for what is not a likeness. */
  asNodesBecomeAlike: 'falls' | 'rises' | 'none';
}

export const MEASURES = [
  {
    key: 'dirichlet',
    label: 'Dirichlet energy',
    normalisation: 'per node, unnormalised',
    glossary:
      'How far each node’s vector is from its neighbours’: squared distances, summed over neighbours, mean over nodes.',
    unit: 'number',
    range: [0, null],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'dirichletRoot',
    label: 'Root of energy',
    normalisation: '√ of the Dirichlet energy per node',
    glossary: 'The square root of the Dirichlet energy: it shrinks as the vectors do, not as their squares.',
    unit: 'number',
    range: [0, null],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'dirichletNormalised',
    label: 'Normalised energy',
    normalisation: 'by √(degree + 1), summed over edges',
    glossary:
      'Dirichlet energy after dividing each vector by √(degree + 1). It also vanishes when vectors differ by exactly that factor.',
    unit: 'number',
    range: [0, null],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'rayleigh',
    label: 'Rayleigh quotient',
    normalisation: 'normalised energy over ‖H‖²',
    glossary:
      'Normalised energy divided by the squared size of the embedding: roughness that mere shrinking does not lower.',
    unit: 'number',
    range: [0, 2],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'distanceToConstant',
    label: 'Distance to constant',
    normalisation: 'from the mean row',
    glossary: 'How far the whole embedding is from all nodes having the mean vector: 0 when all are one point.',
    unit: 'number',
    range: [0, null],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'distanceToSubspace',
    label: 'Distance to subspace',
    normalisation: 'from rows ∝ √(degree + 1)',
    glossary:
      'How far the embedding is from what GCN’s propagation tends to: in each component, one vector times √(degree + 1).',
    unit: 'number',
    range: [0, null],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'rowDiff',
    label: 'Row difference',
    normalisation: 'mean over all pairs of nodes',
    glossary:
      'PairNorm’s row-diff: the mean distance between the vectors of two nodes. It falls as nodes become alike.',
    unit: 'number',
    range: [0, null],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'colDiff',
    label: 'Column difference',
    normalisation: 'mean over pairs of columns',
    glossary:
      'PairNorm’s col-diff: the mean distance between two columns, each divided by the sum of its sizes. It falls as features become alike.',
    unit: 'number',
    range: [0, 2],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'mad',
    label: 'Mean cosine distance',
    normalisation: 'MAD, over all pairs',
    glossary:
      'Mean of 1 − cosine over all pairs of nodes: how differently they point, whatever their length. Zero rows count as 1.',
    unit: 'number',
    range: [0, 2],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'madGap',
    label: 'MAD gap',
    normalisation: '8 hops or more − up to 3 hops',
    glossary:
      'Mean cosine distance of remote nodes less that of near ones: above 0 while nodes are more like their surroundings than like the rest.',
    unit: 'number',
    range: [-2, 2],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'meanCosine',
    label: 'Mean cosine',
    normalisation: 'over pairs of non-zero rows',
    glossary: 'Mean cosine similarity over all pairs of nodes whose vector is not zero: 1 when all point the same way.',
    unit: 'number',
    range: [-1, 1],
    asNodesBecomeAlike: 'rises',
  },
  {
    key: 'groupDistanceRatio',
    label: 'Group distance ratio',
    normalisation: 'across over within classes',
    glossary:
      'Distance between nodes of different classes over distance within a class, as DGN has it. C classes that say nothing give C/(C − 1)²; far below 1e-5 it falls to 0.',
    unit: 'number',
    range: [0, null],
    asNodesBecomeAlike: 'none',
  },
  {
    key: 'effectiveRank',
    label: 'Effective rank',
    normalisation: 'entropy of singular values, not centred',
    glossary:
      'How many dimensions the embedding uses: exp of the entropy of its singular values. 1 when all rows are multiples of one.',
    unit: 'dimensions',
    range: [1, null],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'numericalRank',
    label: 'Numerical rank',
    normalisation: '‖H‖² over its largest squared singular value',
    glossary:
      'How many dimensions are as strong as the strongest: squared size over the largest squared singular value.',
    unit: 'dimensions',
    range: [1, null],
    asNodesBecomeAlike: 'falls',
  },
  {
    key: 'reach',
    label: 'Reach',
    normalisation: 'mean share of the graph within the hops so far',
    glossary: 'The share of all nodes that a node has heard from by this hop, itself included, on average.',
    unit: 'share',
    range: [0, 1],
    asNodesBecomeAlike: 'none',
  },
  {
    key: 'zeroRows',
    label: 'Zero rows',
    normalisation: 'nodes whose vector is all zeros',
    glossary:
      'How many nodes have a vector of zeros alone, often by ReLU: they have no direction, so angles say nothing about them.',
    unit: 'number',
    range: [0, null],
    asNodesBecomeAlike: 'none',
  },
] as const satisfies readonly MeasureDescriptor[];
