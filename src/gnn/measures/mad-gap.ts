import type { Components } from '../../graph/components';
import type { Random } from '../../graph/random';
import type { Neighbourhood } from './neighbourhood';
import { type GroupMean, groupMeans, MOST_PAIRS, type PairStrata, strataBuilder } from './pair-strata';
import type { RowDistance } from './row-distance';
import { ANCHORS_A_PASS, withinHops } from './within-hops';

/** Chen et al.'s choice: near within 3 hops, remote from 8. */
const NEAR = 3;
export const REMOTE = 8;

/** Nodes whose near and remote ones are looked at where not all are; and most of either kind a node. */
const ANCHORS_DRAWN = 128;
const PARTNERS_DRAWN = 32;

/** Two groups a node looked at: the nodes near it, and those remote from it. */
export interface HopPairs {
  /** How many nodes were drawn, or null when all were looked at and every pair counts. */
  sampled: number | null;
  strata: PairStrata;
}

/**
 * Which pairs are near (1…`near` hops apart) and remote (`remote` hops or more), both ways along edges. Nodes in different
 * components are no number of hops apart, and are neither.
 */
export function hopPairsOf(
  neighbourhood: Neighbourhood,
  { of: component }: Components,
  random: Random,
  near = NEAR,
  remote = REMOTE,
): HopPairs {
  const { nodeCount } = neighbourhood;
  const all = (nodeCount * (nodeCount - 1)) / 2 <= MOST_PAIRS;
  const anchors = Int32Array.from({ length: nodeCount }, (_, v) => v);
  const asked = all ? anchors : drawn(anchors, ANCHORS_DRAWN, random).slice();
  const strata = strataBuilder();
  const pool = new Int32Array(nodeCount);
  for (let start = 0; start < asked.length; start += ANCHORS_A_PASS) {
    const some = asked.subarray(start, start + ANCHORS_A_PASS);
    const { close, reached } = masks(neighbourhood, some, near, remote);
    some.forEach((anchor, k) => {
      const keep = (count: number) => {
        const partners = pool.subarray(0, count);
        for (const partner of all ? partners : drawn(partners, PARTNERS_DRAWN, random)) strata.add(anchor, partner);
        strata.close(all);
      };
      let count = 0;
      for (let v = 0; v < nodeCount; v++) if ((close[v] >>> k) & 1 && v !== anchor) pool[count++] = v;
      keep(count);
      count = 0;
      for (let v = 0; v < nodeCount; v++) {
        if (((reached[v] >>> k) & 1) === 0 && component[v] === component[anchor]) pool[count++] = v;
      }
      keep(count);
    });
  }
  return { sampled: all ? null : asked.length, strata: strata.build() };
}

/** (N) which anchors are within `near` hops of each node, and which within `remote` − 1, one bit an anchor. */
function masks(neighbourhood: Neighbourhood, anchors: Int32Array, near: number, remote: number) {
  let close = new Int32Array(0);
  let reached = close;
  let hop = 0;
  for (const seen of withinHops(neighbourhood, anchors, remote - 1)) {
    if (hop++ === near) close = seen.slice();
    reached = seen;
  }
  return { close, reached };
}

/** At most `count` of `values`, without replacement: the front of a shuffle that stops there. Reorders `values`. */
function drawn(values: Int32Array, count: number, random: Random): Int32Array {
  const size = Math.min(count, values.length);
  for (let k = 0; k < size; k++) {
    const other = k + random.below(values.length - k);
    [values[k], values[other]] = [values[other], values[k]];
  }
  return values.subarray(0, size);
}

/**
 * `madGap`: MAD over remote pairs − MAD over near pairs (Chen et al. 2020, arXiv 1909.03211). Each is the cosine distance
 * 1 − cos, mean over a node's partners, then over the nodes that have any; a zero row is at distance 1 from every other, and
 * exact zeros count as they do in `mad`. Positive while a node is more like its surroundings than like the rest.
 *
 * Null when no node has a remote one or none has a near one.
 */
export function madGap(
  distance: RowDistance,
  squaredLengths: Float64Array,
  { sampled, strata }: HopPairs,
): GroupMean | null {
  const unit = squaredLengths.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0));
  const means = groupMeans(strata, (i, j) =>
    unit[i] === 0 || unit[j] === 0 ? 1 : distance(i, j, unit[i], unit[j]) / 2,
  );
  const { pointer } = strata;
  const over = (kind: 0 | 1) =>
    meanOf(means.filter((_, g) => g % 2 === kind && pointer[g + 1] > pointer[g]).map(({ mean }) => mean));
  const [near, remote] = [over(0), over(1)];
  const exact = sampled === null;
  // One node drawn tells nothing about how far off it is.
  const least = exact ? 1 : 2;
  if (near.count < least || remote.count < least) return null;
  return { mean: remote.mean - near.mean, error: exact ? 0 : Math.hypot(near.error, remote.error) };
}

function meanOf(values: number[]) {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, error: Math.sqrt(squares / (count - 1) / count) };
}
