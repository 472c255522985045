import type { Random } from '../../graph/random';
import { groupMeans, MOST_PAIRS, PAIRS_DRAWN, type PairStrata, strataBuilder } from './pair-strata';
import type { RowDistance } from './row-distance';

/** What keeps the ratio finite when the classes are points, as in PyG. It has a size: embeddings far below it give 0. */
const EPSILON = 1e-5;
/** A class is seen by at least so many pairs of either kind. */
const LEAST_A_CLASS = 8;

/** Pairs for the ratio: two groups a class, first with nodes of other classes, then within it. */
export interface ClassPairs {
  /** (classes) nodes of each class that has any. */
  sizes: number[];
  strata: PairStrata;
}

/** Null when fewer than two classes have nodes. */
export function classPairsOf(labels: Int32Array, random: Random): ClassPairs | null {
  const members = new Map<number, number[]>();
  labels.forEach((label, node) => {
    if (label < 0) return;
    const nodes = members.get(label);
    if (nodes) nodes.push(node);
    else members.set(label, [node]);
  });
  if (members.size < 2) return null;
  /** Labelled nodes by class, so that those outside a class are two runs. */
  const classes = [...members.values()];
  const nodes = classes.flat();
  const all = (nodes.length * (nodes.length - 1)) / 2 <= MOST_PAIRS;
  const drawn = Math.max(LEAST_A_CLASS, Math.floor(PAIRS_DRAWN / (2 * classes.length)));
  const strata = strataBuilder();
  let start = 0;
  for (const own of classes) {
    const end = start + own.length;
    const others = nodes.length - own.length;
    const outside = (k: number) => nodes[k < start ? k : k + own.length];
    const acrossWhole = all || own.length * others <= drawn;
    if (acrossWhole) for (const i of own) for (let k = 0; k < others; k++) strata.add(i, outside(k));
    else for (let k = 0; k < drawn; k++) strata.add(random.choice(own), outside(random.below(others)));
    strata.close(acrossWhole);

    const withinWhole = all || (own.length * (own.length - 1)) / 2 <= drawn;
    if (withinWhole) {
      for (let i = start; i < end; i++) for (let j = i + 1; j < end; j++) strata.add(nodes[i], nodes[j]);
    } else {
      for (let k = 0; k < drawn; k++) {
        const i = random.below(own.length);
        const j = random.below(own.length - 1);
        strata.add(own[i], own[j < i ? j : j + 1]);
      }
    }
    strata.close(withinWhole);
    start = end;
  }
  return { sizes: classes.map((own) => own.length), strata: strata.build() };
}

/**
 * `groupDistanceRatio`: how far classes are apart over how wide they are (Zhou et al. 2020, arXiv 2006.06972), as PyG's
 * `DiffGroupNorm.group_distance_ratio` computes it: the mean L2 distance from each class to the rest, summed over classes and
 * divided by (C−1)², over the mean distance within a class, each node to itself included, mean over classes, + 1e-5.
 * Unlabelled nodes and empty classes are left out. Labels that say nothing give about C/(C−1)².
 */
export function groupDistanceRatio(distance: RowDistance, { sizes, strata }: ClassPairs) {
  const means = groupMeans(strata, (i, j) => Math.sqrt(distance(i, j)));
  const count = sizes.length;
  let [across, acrossVariance, within, withinVariance] = [0, 0, 0, 0];
  sizes.forEach((size, k) => {
    const [apart, inside] = [means[2 * k], means[2 * k + 1]];
    // Each of the size² pairs that join a node to itself is at distance 0.
    const others = 1 - 1 / size;
    across += apart.mean / (count - 1) ** 2;
    acrossVariance += (apart.error / (count - 1) ** 2) ** 2;
    within += (others * inside.mean) / count;
    withinVariance += ((others * inside.error) / count) ** 2;
  });
  const mean = across / (within + EPSILON);
  const error = Math.sqrt(acrossVariance + mean ** 2 * withinVariance) / (within + EPSILON);
  return { mean, error };
}
