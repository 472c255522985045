import type { FeatureMatrix, Graph } from '../../graph/graph';
import { reach as meanReach, type Reach } from '../../graph/reach';
import { withSortedRows } from '../linear-algebra/sorted-rows';
import { columnMeasures } from './column-measures';
import { MEASURES, type MeasureKey, type MeasureRow } from './descriptors';
import { nodeMeasures } from './node-measures';
import { emptyReport, type MeasureNotes, type Report } from './report';
import { type Structure, structureOf } from './structure';
import { sumsOf } from './sums-of';

/** What the measures of every hop of one trace share. */
export interface MeasureContext {
  directed: boolean;
  structure: Structure;
  reach: Reach;
}

/**
 * @param furthest the most hops any hop of the trace hears from: the sum of its layers' radii.
 * @param along the same nodes with the edges that messages run along, where they are others; only reach goes by them.
 */
export function measureContext(graph: Graph, furthest: number, along = graph): MeasureContext {
  return { directed: graph.directed, structure: structureOf(graph), reach: meanReach(along, furthest) };
}

/**
 * All measures of one hop. Every value is finite, or null with the reason in `notes`.
 *
 * @param embedding (N, C), dense or sparse
 * @param radius how many hops away this hop hears: the sum of the radii of the layers before it, at most `furthest`
 */
export function measureHop(
  embedding: FeatureMatrix,
  { directed, structure, reach }: MeasureContext,
  radius: number,
): { row: MeasureRow; notes: MeasureNotes } {
  const { nodeCount } = structure.neighbourhood;
  if (embedding.rows !== nodeCount) {
    throw new RangeError(`measureHop: ${embedding.rows} rows for a graph of ${nodeCount} nodes`);
  }
  const x = withSortedRows(embedding);
  const report = emptyReport();
  const { row, notes, note } = report;
  if (nodeCount > 0) writeReach(reach, radius, report);
  const sums = sumsOf(x, structure);
  const nothing = whyNothing(x, sums.summary.squaredNorm);
  if (nothing) {
    for (const { key } of MEASURES) if (row[key] === null && !notes[key]) note(key, nothing);
    return { row, notes };
  }
  if (directed) for (const key of ALONG_EDGES) note(key, 'directed edges are taken both ways');
  nodeMeasures(x, sums, structure, report);
  columnMeasures(x, sums.summary, report);
  return { row, notes };
}

function writeReach({ share, sampled, standardError }: Reach, radius: number, { row, note, estimate }: Report): void {
  row.reach = share[radius] ?? null;
  if (row.reach === null) note('reach', `computed for ${share.length - 1} hops only`);
  else if (standardError) {
    estimate('reach', { mean: row.reach, error: standardError[radius] }, false, `${sampled} nodes`);
  }
}

function whyNothing({ rows, columns }: FeatureMatrix, squaredNorm: number): string | null {
  if (rows === 0) return 'the graph has no nodes';
  if (columns === 0) return 'the embedding has no columns';
  return Number.isFinite(squaredNorm) ? null : 'the embedding holds values that are not finite';
}

/** Measures that read edges. */
const ALONG_EDGES = [
  'dirichlet',
  'dirichletRoot',
  'dirichletNormalised',
  'rayleigh',
  'distanceToSubspace',
  'madGap',
] as const satisfies readonly MeasureKey[];
