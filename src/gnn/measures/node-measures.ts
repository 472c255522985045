import type { FeatureMatrix } from '../../graph/graph';
import { dirichletEnergy, dirichletRoot } from './dirichlet-energy';
import { distanceToConstant } from './distance-to-constant';
import { distanceToSubspace } from './distance-to-subspace';
import { groupDistanceRatio } from './group-distance-ratio';
import { meanAverageDistance } from './mad';
import { type HopPairs, madGap, REMOTE } from './mad-gap';
import { meanCosine } from './mean-cosine';
import type { Neighbourhood } from './neighbourhood';
import { rayleighQuotient } from './normalised-dirichlet-energy';
import type { PairStrata } from './pair-strata';
import { ALL_ZERO, type Report } from './report';
import { rowDiff } from './row-diff';
import { rowDistance } from './row-distance';
import type { Structure } from './structure';
import type { Sums } from './sums';

/** The measures that are sums over nodes, edges and pairs of nodes: all but those of the columns. */
export function nodeMeasures(
  x: FeatureMatrix,
  { summary, energies }: Sums,
  { neighbourhood, rowPairs, classPairs, hopPairs }: Structure,
  { row, note, estimate }: Report,
): void {
  row.dirichlet = dirichletEnergy(energies.plain, x.rows);
  row.dirichletRoot = dirichletRoot(row.dirichlet);
  row.dirichletNormalised = energies.normalised;
  row.rayleigh = rayleighQuotient(energies.normalised, summary.squaredNorm);
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

  const distance = rowDistance(x);
  estimate('rowDiff', rowDiff(distance, x.rows, rowPairs), isWhole(rowPairs), 'pairs of nodes');
  if (classPairs) {
    const ratio = groupDistanceRatio(distance, classPairs);
    estimate('groupDistanceRatio', ratio, isWhole(classPairs.strata), 'pairs of nodes');
  } else note('groupDistanceRatio', 'needs labels of at least two classes');
  const gap = madGap(distance, summary.squaredLengths, hopPairs);
  if (gap) estimate('madGap', gap, hopPairs.sampled === null, `${hopPairs.sampled} nodes`);
  else note('madGap', whyNoGap(neighbourhood, hopPairs));
  if (gap && zeros) note('madGap', `${zeros} count as distance 1`);
}

function whyNoGap({ other }: Neighbourhood, { sampled }: HopPairs): string {
  if (other.length === 0) return 'no edge joins two nodes';
  return sampled === null
    ? `no two nodes are ${REMOTE} hops or more apart`
    : `of ${sampled} nodes drawn at random fewer than two have others ${REMOTE} hops or more away`;
}

const isWhole = ({ whole }: PairStrata) => whole.every((all) => all === 1);
