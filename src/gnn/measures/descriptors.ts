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
    key: 'meanCosine',
    label: 'Mean cosine',
    normalisation: 'over pairs of non-zero rows',
    glossary: 'Mean cosine similarity over all pairs of nodes whose vector is not zero: 1 when all point the same way.',
    unit: 'number',
    range: [-1, 1],
    asNodesBecomeAlike: 'rises',
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
] as const satisfies readonly MeasureDescriptor[];
