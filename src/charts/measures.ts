import { formatNumber, formatShare } from './numbers';

/** How one measure of the trace is named, written and drawn. Hue tells the family, the dash tells its members apart. */
export interface MeasureStyle {
  /** Key in `trace.measures`. */
  key: string;
  label: string;
  /** What it is divided by or taken over: shown beside the label. */
  normalisation: string;
  colour: string;
  /** SVG dash pattern; '' is a solid line. */
  dash: string;
  format: (value: number | null | undefined) => string;
  /** False for what depends on the graph alone and so does not break where the width changes. */
  ofEmbedding: boolean;
}

const ENERGY = { colour: 'var(--ember)', format: formatNumber, ofEmbedding: true };
const ANGLE = { colour: 'var(--teal)', format: formatNumber, ofEmbedding: true };
const RANK = { colour: 'var(--violet)', format: formatNumber, ofEmbedding: true };

export const MEASURES: readonly MeasureStyle[] = [
  { key: 'dirichlet', label: 'Dirichlet energy', normalisation: 'per node', dash: '', ...ENERGY },
  {
    key: 'dirichletNormalised',
    label: 'Normalised Dirichlet energy',
    normalisation: 'L̃ = I − S, self-loops in',
    dash: '6 3',
    ...ENERGY,
  },
  { key: 'rayleigh', label: 'Rayleigh quotient', normalisation: 'of L̃, free of scale', dash: '2 3', ...ENERGY },
  { key: 'mad', label: 'Mean cosine distance', normalisation: 'all pairs', dash: '', ...ANGLE },
  {
    key: 'meanCosine',
    label: 'Mean cosine similarity',
    normalisation: 'pairs of non-zero rows',
    dash: '6 3',
    ...ANGLE,
  },
  { key: 'effectiveRank', label: 'Effective rank', normalisation: 'exp of entropy of σ/Σσ', dash: '', ...RANK },
  { key: 'numericalRank', label: 'Numerical rank', normalisation: '‖H‖²F / ‖H‖²₂', dash: '6 3', ...RANK },
  {
    key: 'reach',
    label: 'Reach',
    normalisation: 'mean share of the graph',
    colour: 'var(--series-muted)',
    dash: '4 3',
    format: formatShare,
    ofEmbedding: false,
  },
];

export const DEFAULT_MEASURES: readonly string[] = ['dirichlet', 'mad', 'effectiveRank', 'reach'];
