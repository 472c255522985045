/** Figures over runs, in 64 bits. */

/** Mean and standard deviation of a population, as the tables of the literature have them. @param values at least one */
export function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const mean = meanOf(values);
  return { mean, deviation: Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Spearman's rank correlation ρ, −1…1 (Spearman 1904): the correlation of the ranks, equal values sharing the mean of theirs.
 * Null with fewer than three pairs, and where one of the two is the same everywhere.
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length) throw new RangeError(`there are ${x.length} values to pair with ${y.length}`);
  if (x.length < 3) return null;
  const [a, b] = [ranks(x), ranks(y)];
  const middle = (x.length + 1) / 2;
  let [together, ofX, ofY] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    together += (a[i] - middle) * (b[i] - middle);
    ofX += (a[i] - middle) ** 2;
    ofY += (b[i] - middle) ** 2;
  }
  return ofX === 0 || ofY === 0 ? null : together / Math.sqrt(ofX * ofY);
}

/** Places 1…n in ascending order; equal values have the mean of theirs. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const places = new Array<number>(values.length);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end]] === values[order[first]]) end++;
    for (let i = first; i < end; i++) places[order[i]] = (first + 1 + end) / 2;
    first = end;
  }
  return places;
}
