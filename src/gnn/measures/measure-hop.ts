import type { FeatureMatrix, Graph } from '../../graph/graph';
import { reach as meanReach, type Reach } from '../../graph/reach';
import { WHOLE_UP_TO } from '../linear-algebra/gram';
import { withSortedRows } from '../linear-algebra/sorted-rows';
import { colDiff } from './col-diff';
import { MEASURES, type MeasureKey, type MeasureRow } from './descriptors';
import { dirichletEnergy, dirichletRoot } from './dirichlet-energy';
import { distanceToConstant } from './distance-to-constant';
import { distanceToSubspace } from './distance-to-subspace';
import { effectiveRank } from './effective-rank';
import { estimatedRank } from './estimated-rank';
import { groupDistanceRatio } from './group-distance-ratio';
import { meanAverageDistance } from './mad';
import { type HopPairs, madGap, REMOTE } from './mad-gap';
import { meanCosine } from './mean-cosine';
import type { Neighbourhood } from './neighbourhood';
import { rayleighQuotient } from './normalised-dirichlet-energy';
import { numericalRank } from './numerical-rank';
import type { GroupMean, PairStrata } from './pair-strata';
import { rowDiff } from './row-diff';
import { rowDistance } from './row-distance';
import { spectrumOf } from './spectrum';
import { type Structure, structureOf } from './structure';
import { sumsOf } from './sums-of';
import { weightedEnergy } from './weighted-energy';

/** What the measures of every hop of one trace share. */
export interface MeasureContext {
  directed: boolean;
  structure: Structure;
  reach: Reach;
}

/** Why a measure is null or approximate, or what else its reader must know; by key. */
export type MeasureNotes = Record<string, string>;

/** @param furthest the most hops any hop of the trace hears from: the sum of its layers' radii. */
export function measureContext(graph: Graph, furthest: number): MeasureContext {
  return { directed: graph.directed, structure: structureOf(graph), reach: meanReach(graph, furthest) };
}

/**
 * All measures of one hop. Every value is finite, or null with the reason in `notes`.
 *
 * @param embedding (N, C), dense or sparse
 * @param radius how many hops away this hop hears: the sum of the radii of the layers before it, at most `furthest`
 */
export function measureHop(
  embedding: FeatureMatrix,
  context: MeasureContext,
  radius: number,
): { row: MeasureRow; notes: MeasureNotes } {
  const { directed, reach } = context;
  const { neighbourhood, weighted, rowPairs, classPairs, hopPairs } = context.structure;
  if (embedding.rows !== neighbourhood.nodeCount) {
    throw new RangeError(`measureHop: ${embedding.rows} rows for a graph of ${neighbourhood.nodeCount} nodes`);
  }
  const x = withSortedRows(embedding);
  const notes: MeasureNotes = {};
  const note = (key: MeasureKey, text: string) => {
    notes[key] = notes[key] ? `${notes[key]}; ${text}` : text;
  };
  const row: Record<MeasureKey, number | null> = { ...NOTHING, reach: reach.share[radius] ?? null };
  if (row.reach === null) note('reach', `computed for ${reach.share.length - 1} hops only`);
  else if (reach.sampled !== null) note('reach', `estimated from ${reach.sampled} nodes drawn at random`);

  const { summary, energies, gram } = sumsOf(x, context.structure);
  const nothing = whyNothing(x, summary.squaredNorm);
  if (nothing) {
    for (const { key } of MEASURES) if (key !== 'reach') note(key, nothing);
    return { row, notes };
  }
  if (directed) for (const key of ALONG_EDGES) note(key, 'directed edges are taken both ways');
  const { squaredNorm, squaredLengths } = summary;
  const distance = rowDistance(x);
  row.dirichlet = dirichletEnergy(energies.plain, x.rows);
  row.dirichletRoot = dirichletRoot(row.dirichlet);
  row.dirichletNormalised = weighted ? weightedEnergy(weighted, distance) : energies.normalised;
  row.rayleigh = rayleighQuotient(row.dirichletNormalised, squaredNorm);
  if (row.rayleigh === null) note('rayleigh', ALL_ZERO);
  row.distanceToConstant = distanceToConstant(summary);
  row.distanceToSubspace = distanceToSubspace(summary);

  row.zeroRows = summary.rows - summary.nonZero;
  const zeros = row.zeroRows > 0 && `${row.zeroRows} of ${x.rows} rows are zero and`;
  row.mad = meanAverageDistance(summary);
  row.meanCosine = meanCosine(summary);
  if (row.mad === null) note('mad', 'there is only one node');
  else if (zeros) note('mad', `${zeros} count as distance 1`);
  if (row.meanCosine === null) note('meanCosine', 'fewer than two rows are not zero');
  else if (zeros) note('meanCosine', `${zeros} are left out`);

  const estimate = (key: MeasureKey, { mean, error }: GroupMean, whole: boolean, from: string) => {
    row[key] = mean;
    if (!whole) note(key, `estimated from ${from} drawn at random, standard error about ${twoDigits(error)}`);
  };
  estimate('rowDiff', rowDiff(distance, x.rows, rowPairs), isWhole(rowPairs), 'pairs of nodes');
  if (classPairs) {
    const ratio = groupDistanceRatio(distance, classPairs);
    estimate('groupDistanceRatio', ratio, isWhole(classPairs.strata), 'pairs of nodes');
  } else note('groupDistanceRatio', 'needs labels of at least two classes');
  const gap = madGap(distance, squaredLengths, hopPairs);
  if (gap) estimate('madGap', gap, hopPairs.sampled === null, `${hopPairs.sampled} nodes`);
  else note('madGap', whyNoGap(neighbourhood, hopPairs));
  if (gap && zeros) note('madGap', `${zeros} count as distance 1`);

  const columns = colDiff(x, summary.absoluteSums, gram?.side === 'columns' ? gram.values : null);
  estimate('colDiff', columns, columns.whole, 'pairs of columns');
  const zeroColumns = summary.absoluteSums.filter((sum) => sum === 0).length;
  if (zeroColumns > 0) note('colDiff', `${zeroColumns} of ${x.columns} columns are zero and stay zero`);

  const spectrum = spectrumOf(x, gram);
  row.effectiveRank = effectiveRank(spectrum);
  row.numericalRank = numericalRank(squaredNorm, spectrum);
  if (squaredNorm === 0) for (const key of RANKS) note(key, ALL_ZERO);
  else if (!spectrum.complete) {
    note('numericalRank', `by a randomised SVD, relative error about ${spectrum.error.toExponential(0)}`);
    const estimated = estimatedRank(x, spectrum);
    row.effectiveRank = estimated?.mean ?? null;
    note(
      'effectiveRank',
      estimated
        ? `estimated by stochastic Lanczos quadrature, standard error about ${twoDigits(estimated.error)}`
        : `needs all singular values: beyond ${WHOLE_UP_TO} columns and as many nodes they take too long at this size`,
    );
  }
  return { row, notes };
}

function whyNothing({ rows, columns }: FeatureMatrix, squaredNorm: number): string | null {
  if (rows === 0) return 'the graph has no nodes';
  if (columns === 0) return 'the embedding has no columns';
  return Number.isFinite(squaredNorm) ? null : 'the embedding holds values that are not finite';
}

function whyNoGap({ other }: Neighbourhood, { sampled }: HopPairs): string {
  if (other.length === 0) return 'no edge joins two nodes';
  return sampled === null
    ? `no two nodes are ${REMOTE} hops or more apart`
    : `of ${sampled} nodes drawn at random fewer than two have others ${REMOTE} hops or more away`;
}

const NOTHING = Object.fromEntries(MEASURES.map(({ key }) => [key, null])) as Record<MeasureKey, null>;

/** Measures that read edges. */
const ALONG_EDGES = [
  'dirichlet',
  'dirichletRoot',
  'dirichletNormalised',
  'rayleigh',
  'distanceToSubspace',
  'madGap',
] as const satisfies readonly MeasureKey[];
const RANKS = ['effectiveRank', 'numericalRank'] as const satisfies readonly MeasureKey[];
const ALL_ZERO = 'every row is zero';

const isWhole = ({ whole }: PairStrata) => whole.every((all) => all === 1);
const twoDigits = (value: number) => String(Number(value.toPrecision(2)));
