import type { Random } from '../../graph/random';

/**
 * Pairs of rows in groups, for means over pairs: all pairs of a group, or as many drawn at random. They are drawn once a
 * graph, so that a curve over hops shows the embedding changing and not the draw.
 */
export interface PairStrata {
  /** (P) the pairs, group by group. */
  first: Int32Array;
  second: Int32Array;
  /** (groups+1) group g holds the pairs pointer[g] … pointer[g+1]−1. */
  pointer: Int32Array;
  /** (groups) 1 where the group holds all its pairs, so that its mean is exact. */
  whole: Uint8Array;
}

/** Every pair of up to 362 rows is looked at; of more rows, pairs are drawn. */
export const MOST_PAIRS = 2 ** 16;
/** Pairs drawn for one measure where not all are looked at. */
export const PAIRS_DRAWN = 2 ** 13;

/** Makes strata group by group. */
export function strataBuilder() {
  const first: number[] = [];
  const second: number[] = [];
  const pointer = [0];
  const whole: number[] = [];
  return {
    add(i: number, j: number): void {
      first.push(i);
      second.push(j);
    },
    /** Ends the group that the pairs added since the last one make. */
    close(isWhole: boolean): void {
      pointer.push(first.length);
      whole.push(isWhole ? 1 : 0);
    },
    build: (): PairStrata => ({
      first: Int32Array.from(first),
      second: Int32Array.from(second),
      pointer: Int32Array.from(pointer),
      whole: Uint8Array.from(whole),
    }),
  };
}

/** One group: all pairs i < j of `rows` rows, or at most `drawn` of them with replacement where there are more than `most`. */
export function pairsOfRows(rows: number, random: Random, most = MOST_PAIRS, drawn = PAIRS_DRAWN): PairStrata {
  const strata = strataBuilder();
  const all = (rows * (rows - 1)) / 2 <= most;
  if (all) {
    for (let i = 0; i < rows; i++) for (let j = i + 1; j < rows; j++) strata.add(i, j);
  } else {
    for (let k = 0; k < drawn; k++) {
      const i = random.below(rows);
      const j = random.below(rows - 1);
      strata.add(i, j < i ? j : j + 1);
    }
  }
  strata.close(all);
  return strata.build();
}

export interface GroupMean {
  /** 0 for a group without pairs. */
  mean: number;
  /** Standard error of the mean; 0 when it is exact. */
  error: number;
}

/** (groups) the mean of `of` over the pairs of each group. */
export function groupMeans(
  { first, second, pointer, whole }: PairStrata,
  of: (i: number, j: number) => number,
): GroupMean[] {
  return Array.from(whole, (isWhole, g) => {
    const count = pointer[g + 1] - pointer[g];
    let mean = 0;
    let squares = 0;
    // Welford's update: the spread of nearly equal distances survives.
    for (let at = pointer[g], k = 1; k <= count; at++, k++) {
      const value = of(first[at], second[at]);
      const delta = value - mean;
      mean += delta / k;
      squares += delta * (value - mean);
    }
    const error = isWhole || count < 2 ? 0 : Math.sqrt(squares / (count - 1) / count);
    return { mean, error };
  });
}
