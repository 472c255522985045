import type { FeatureMatrix, Graph } from '../../graph/graph';
import { reach as meanReach, type Reach } from '../../graph/reach';
import { WHOLE_UP_TO } from '../linear-algebra/gram';
import { squaredNorm } from '../linear-algebra/matrix-rows';
import { MEASURES, type MeasureRow } from './descriptors';
import { directionsOf } from './directions';
import { dirichletEnergy } from './dirichlet-energy';
import { effectiveRank } from './effective-rank';
import { meanAverageDistance } from './mad';
import { meanCosine } from './mean-cosine';
import { type Neighbourhood, neighbourhoodOf } from './neighbourhood';
import { normalisedDirichletEnergy, rayleighQuotient } from './normalised-dirichlet-energy';
import { numericalRank } from './numerical-rank';
import { spectrumOf } from './spectrum';

/** What the measures of every hop of one trace share; built once a graph and recipe. */
export interface MeasureContext {
  directed: boolean;
  neighbourhood: Neighbourhood;
  reach: Reach;
}

/** Why a measure is null or approximate, or what else its reader must know; by key. */
export type MeasureNotes = Record<string, string>;

/** @param furthest the most hops any hop of the trace hears from: the sum of its layers' radii. */
export function measureContext(graph: Graph, furthest: number): MeasureContext {
  return { directed: graph.directed, neighbourhood: neighbourhoodOf(graph), reach: meanReach(graph, furthest) };
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
  const { neighbourhood, reach, directed } = context;
  if (embedding.rows !== neighbourhood.nodeCount) {
    throw new RangeError(`measureHop: ${embedding.rows} rows for a graph of ${neighbourhood.nodeCount} nodes`);
  }
  const notes: MeasureNotes = {};
  const row: MeasureRow = { ...NOTHING, reach: reach.share[radius] ?? null };
  if (row.reach === null) notes.reach = `computed for ${reach.share.length - 1} hops only`;
  else if (reach.sampled !== null) notes.reach = `estimated from ${reach.sampled} nodes drawn at random`;

  const norm = squaredNorm(embedding);
  const nothing = embedding.rows === 0 ? 'the graph has no nodes' : Number.isFinite(norm) ? null : NOT_FINITE;
  if (nothing) {
    for (const key of Object.keys(NOTHING)) if (key !== 'reach') notes[key] = nothing;
    return { row, notes };
  }

  row.dirichlet = dirichletEnergy(embedding, neighbourhood);
  row.dirichletNormalised = normalisedDirichletEnergy(embedding, neighbourhood);
  row.rayleigh = rayleighQuotient(row.dirichletNormalised, norm);
  if (directed) for (const key of ['dirichlet', 'dirichletNormalised', 'rayleigh']) notes[key] = SYMMETRISED;
  if (row.rayleigh === null) notes.rayleigh = ALL_ZERO;

  const directions = directionsOf(embedding);
  row.mad = meanAverageDistance(directions);
  row.meanCosine = meanCosine(directions);
  const zeroRows = directions.rows - directions.nonZero;
  if (row.mad === null) notes.mad = 'there is only one node';
  else if (zeroRows > 0) notes.mad = `${zeroRows} of ${directions.rows} rows are zero and count as distance 1`;
  if (row.meanCosine === null) notes.meanCosine = 'fewer than two rows are not zero';
  else if (zeroRows > 0) notes.meanCosine = `${zeroRows} of ${directions.rows} rows are zero and are left out`;

  const spectrum = spectrumOf(embedding);
  row.effectiveRank = effectiveRank(spectrum);
  row.numericalRank = numericalRank(norm, spectrum);
  if (norm === 0) notes.effectiveRank = notes.numericalRank = ALL_ZERO;
  else if (!spectrum.complete) {
    notes.effectiveRank = `needs all singular values; they are computed up to ${WHOLE_UP_TO} columns and this has ${embedding.columns}`;
    notes.numericalRank = `by a randomised SVD, relative error about ${spectrum.error.toExponential(0)}`;
  }
  return { row, notes };
}

const NOTHING: MeasureRow = Object.fromEntries(MEASURES.map(({ key }) => [key, null]));

const SYMMETRISED = 'directed edges are taken both ways';
const ALL_ZERO = 'every row is zero';
const NOT_FINITE = 'the embedding holds values that are not finite';
