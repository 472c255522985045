import { MEASURES, type MeasureDescriptor, type MeasureKey } from '../gnn/measures/descriptors';
import { formatNumber, formatShare } from './numbers';

/** A measure as it is drawn and written: the hue tells the family, the dash tells its members apart. */
export interface MeasureStyle extends MeasureDescriptor {
  key: MeasureKey;
  /** The normalisation in two or three words, for beside the label. */
  scope: string;
  colour: string;
  /** SVG dash pattern; '' is a solid line. */
  dash: string;
  /** False for what depends on the graph alone, and so goes on where the embedding's width changes. */
  ofEmbedding: boolean;
  format: (value: number | null | undefined) => string;
}

const DRAWN: Record<MeasureKey, [scope: string, colour: string, dash: string]> = {
  dirichlet: ['per node', 'var(--ember)', ''],
  dirichletRoot: ['per node, root', 'var(--ember)', '8 3 2 3'],
  dirichletNormalised: ['by √(degree + 1)', 'var(--ember)', '6 3'],
  rayleigh: ['over ‖H‖²', 'var(--ember)', '2 3'],
  distanceToConstant: ['all nodes', 'var(--ink)', '6 3'],
  distanceToSubspace: ['by component', 'var(--ink)', '2 3'],
  rowDiff: ['all pairs', 'var(--ink)', ''],
  colDiff: ['pairs of columns', 'var(--ink)', '8 3 2 3'],
  mad: ['all pairs', 'var(--teal)', ''],
  madGap: ['remote − near', 'var(--teal)', '2 3'],
  meanCosine: ['non-zero pairs', 'var(--teal)', '6 3'],
  groupDistanceRatio: ['across / within', 'var(--teal)', '8 3 2 3'],
  effectiveRank: ['not centred', 'var(--violet)', ''],
  numericalRank: ['not centred', 'var(--violet)', '6 3'],
  reach: ['mean over nodes', 'var(--series-muted)', '4 3'],
  zeroRows: ['nodes', 'var(--series-muted)', '1 3'],
};

export const MEASURE_STYLES: readonly MeasureStyle[] = MEASURES.map((measure) => ({
  ...measure,
  scope: DRAWN[measure.key][0],
  colour: DRAWN[measure.key][1],
  dash: DRAWN[measure.key][2],
  ofEmbedding: measure.key !== 'reach',
  format: measure.unit === 'share' ? formatShare : (value) => formatNumber(value),
}));
