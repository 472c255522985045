/**
 * Balanced Forman curvature of the edge i–j: Topping, Di Giovanni, Chamberlain, Dong & Bronstein, "Understanding over-squashing
 * and bottlenecks on graphs via curvature", ICLR 2022, arXiv 2111.14522, definition 1:
 *
 *   2/d_i + 2/d_j − 2 + 2 Δ/max(d_i, d_j) + Δ/min(d_i, d_j) + (□_i + □_j) / (γ max(d_i, d_j)),
 *
 * Δ the triangles on the edge, □_i the neighbours of i on a 4-cycle on it without a diagonal inside, γ the most such cycles
 * through one of them; 0 where an end has no other neighbour. The more negative, the more of a bottleneck.
 *
 * @param neighbours (N) of each node, without loops.
 * O(d_i d_j), or less.
 */
export function balancedForman(neighbours: readonly Set<number>[], i: number, j: number): number {
  const [own, other] = [neighbours[i], neighbours[j]];
  const [most, least] = [Math.max(own.size, other.size), Math.min(own.size, other.size)];
  if (least <= 1) return 0;
  let triangles = 0;
  for (const k of own) if (other.has(k)) triangles++;
  const squares = [squaresAt(neighbours, i, j), squaresAt(neighbours, j, i)];
  const busiest = Math.max(squares[0].busiest, squares[1].busiest);
  const cycles = busiest > 0 ? (squares[0].count + squares[1].count) / (busiest * most) : 0;
  return 2 / own.size + 2 / other.size - 2 + (2 * triangles) / most + triangles / least + cycles;
}

/** The neighbours of i on a 4-cycle i–k–w–j without a diagonal, and the most such cycles through one of them. */
function squaresAt(neighbours: readonly Set<number>[], i: number, j: number): { count: number; busiest: number } {
  const [own, other] = [neighbours[i], neighbours[j]];
  let [count, busiest] = [0, 0];
  for (const k of own) {
    if (k === j || other.has(k)) continue;
    let cycles = 0;
    const [few, many] = neighbours[k].size < other.size ? [neighbours[k], other] : [other, neighbours[k]];
    for (const w of few) if (w !== i && many.has(w) && !own.has(w)) cycles++;
    if (cycles > 0) count++;
    busiest = Math.max(busiest, cycles);
  }
  return { count, busiest };
}
