import { MEASURES, type MeasureDescriptor, type MeasureKey } from '../gnn/measures/descriptors';
import { formatNumber, formatShare } from './numbers';

/** A measure as it is drawn and written: the hue tells the family, the dash tells its members apart. */
export interface MeasureStyle extends MeasureDescriptor {
  colour: string;
  /** SVG dash pattern; '' is a solid line. */
  dash: string;
  /** False for what depends on the graph alone, and so goes on where the embedding's width changes. */
  ofEmbedding: boolean;
  format: (value: number | null | undefined) => string;
}

const STROKES: Record<MeasureKey, [colour: string, dash: string]> = {
  dirichlet: ['var(--ember)', ''],
  dirichletNormalised: ['var(--ember)', '6 3'],
  rayleigh: ['var(--ember)', '2 3'],
  mad: ['var(--teal)', ''],
  meanCosine: ['var(--teal)', '6 3'],
  effectiveRank: ['var(--violet)', ''],
  numericalRank: ['var(--violet)', '6 3'],
  reach: ['var(--series-muted)', '4 3'],
};

export const MEASURE_STYLES: readonly MeasureStyle[] = MEASURES.map((measure) => ({
  ...measure,
  colour: STROKES[measure.key][0],
  dash: STROKES[measure.key][1],
  ofEmbedding: measure.key !== 'reach',
  format: measure.unit === 'share' ? formatShare : (value) => formatNumber(value),
}));

export const DEFAULT_MEASURES: readonly string[] = ['dirichlet', 'mad', 'effectiveRank', 'reach'];
