/** Nodes that are equally far away, and what they have of the influence. */
export interface Ring {
  nodes: number;
  /** Σ of their influence. */
  sum: number;
}

/** What a node's embedding owes to whom, in figures. */
export interface InfluenceFigures {
  /** Σ over all nodes. */
  total: number;
  /** By the hop a node is first heard from; 0 is the node itself. Ends with the farthest heard by now. */
  rings: Ring[];
  /** Those not heard yet by any edge, whose influence is a norm's. */
  beyond: Ring;
  /** The fewest nodes that have half of the total between them. */
  half: number;
  /** Nodes by their influence, the largest first; those without any are left out. */
  ranked: number[];
  /**
   * Entropy of the shares over the largest it could be, that of equal shares of all nodes the node can ever hear: 1 when all
   * count the same. Null when it can hear only itself, or when there is no influence.
   */
  evenness: number | null;
}

/**
 * @param values (N) influence of each node.
 * @param hopsFromFocus (N) hops from which each node is heard, −1 never.
 */
export function influenceFigures(values: Float32Array, hopsFromFocus: Int32Array, hop: number): InfluenceFigures {
  const rings: Ring[] = [];
  const beyond: Ring = { nodes: 0, sum: 0 };
  let total = 0;
  let audible = 0;
  values.forEach((value, node) => {
    total += value;
    const away = hopsFromFocus[node];
    if (away >= 0) audible++;
    if (away >= 0 && away <= hop) {
      while (rings.length <= away) rings.push({ nodes: 0, sum: 0 });
      rings[away].nodes++;
      rings[away].sum += value;
    } else if (value > 0) {
      beyond.nodes++;
      beyond.sum += value;
    }
  });
  const ranked = Array.from(values.keys())
    .filter((node) => values[node] > 0)
    .sort((a, b) => values[b] - values[a]);
  const most = beyond.nodes > 0 ? values.length : audible;
  return {
    ...{ total, rings, beyond, ranked },
    half: fewest(ranked, values, total / 2),
    evenness: total > 0 && most > 1 ? entropyOf(values, total) / Math.log(most) : null,
  };
}

/** How many of `ranked` it takes to have so much. */
function fewest(ranked: number[], values: Float32Array, enough: number): number {
  let sum = 0;
  const last = ranked.findIndex((node) => {
    sum += values[node];
    return sum >= enough;
  });
  return last + 1;
}

function entropyOf(values: Float32Array, total: number): number {
  return values.reduce((sum, value) => (value > 0 ? sum - (value / total) * Math.log(value / total) : sum), 0);
}
