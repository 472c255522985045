import { seededRandom } from '../graph/random';
import type { LayoutRequest } from './layout';
import { SPACING, seededStart } from './start';

/** More landmarks sharpen the guess little. */
const LANDMARKS = 24;

/** How much of the seeded start stays: enough to tell apart nodes that are equally far from everything. */
const SCATTER = 0.05;

type Structure = Pick<LayoutRequest, 'nodeCount' | 'source' | 'target' | 'seed'>;

/**
 * A start without knots: distances between nodes as near as a plane can have them to their distances in hops, from a few
 * landmarks (pivot MDS, Brandes & Pich 2007, doi:10.1007/978-3-540-70904-6_6). From a scattered start forces left 10 of
 * 16 rings of 40 nodes twisted and 4 of 16 grids folded; from here none. Each component is unfolded about the middle of its nodes in the seeded start.
 *
 * @returns (N, 2)
 */
export function unfold(structure: Structure): Float32Array {
  const { nodeCount, seed } = structure;
  const scattered = seededStart(nodeCount, seed);
  const positions = scattered.slice();
  const search = searchIn(neighboursOf(structure));
  const random = seededRandom(seed);
  const seen = new Uint8Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    if (seen[v]) continue;
    const reached = search.from(v);
    for (const u of reached) seen[u] = 1;
    if (reached.length < 3) continue;
    const [x, y] = planeOf(reached, search, random.uniform);
    const middle = (axis: number) => reached.reduce((sum, u) => sum + scattered[2 * u + axis], 0) / reached.length;
    const centre = [middle(0), middle(1)];
    const spread = Math.sqrt([...x, ...y].reduce((sum, value) => sum + value * value, 0) / reached.length);
    const scale = (SPACING * Math.sqrt(reached.length)) / (spread || 1);
    for (const [i, u] of reached.entries()) {
      positions[2 * u] = centre[0] + scale * x[i] + SCATTER * scattered[2 * u];
      positions[2 * u + 1] = centre[1] + scale * y[i] + SCATTER * scattered[2 * u + 1];
    }
  }
  return positions;
}

/** Two coordinates of each of a component's nodes. */
function planeOf(nodes: Int32Array, search: Search, uniform: () => number): Float64Array[] {
  const columns: Float64Array[] = [];
  const nearest = new Float64Array(nodes.length).fill(Infinity);
  let landmark = Math.floor(uniform() * nodes.length);
  // Each landmark is the node farthest from those before it.
  while (columns.length < LANDMARKS && nearest[landmark] > 0) {
    search.from(nodes[landmark]);
    columns.push(Float64Array.from(nodes, (u) => search.hops[u] ** 2));
    for (let i = 0; i < nodes.length; i++) nearest[i] = Math.min(nearest[i], search.hops[nodes[i]]);
    landmark = nearest.reduce((most, value, i) => (value > nearest[most] ? i : most), 0);
  }
  centre(columns);
  const products = columns.map((a) => columns.map((b) => a.reduce((sum, value, i) => sum + value * b[i], 0)));
  const first = leading(products, null, uniform);
  const second = leading(products, first, uniform);
  return [first, second].map((weights) =>
    Float64Array.from(nodes, (_, i) => columns.reduce((sum, column, k) => sum + weights[k] * column[i], 0)),
  );
}

/** Takes the mean of each row and column off squared distances, which leaves twice the negated inner products. */
function centre(columns: Float64Array[]): void {
  for (const column of columns) {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    for (let i = 0; i < column.length; i++) column[i] -= mean;
  }
  for (let i = 0; i < columns[0].length; i++) {
    const mean = columns.reduce((sum, column) => sum + column[i], 0) / columns.length;
    for (const column of columns) column[i] -= mean;
  }
}

/** The leading eigenvector of a small symmetric matrix, orthogonal to `before`: power iteration. */
function leading(matrix: number[][], before: number[] | null, uniform: () => number): number[] {
  let vector = matrix.map(() => uniform() - 0.5);
  for (let step = 0; step < 100; step++) {
    const next = matrix.map((row) => dot(row, vector));
    const along = before ? dot(next, before) : 0;
    const rest = before ? next.map((value, i) => value - along * before[i]) : next;
    const length = Math.sqrt(dot(rest, rest));
    if (length === 0) return rest;
    vector = rest.map((value) => value / length);
  }
  return vector;
}

const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Both ends of every edge: node v's neighbours are list[pointer[v]] … list[pointer[v+1]−1]. */
interface Neighbours {
  pointer: Int32Array;
  list: Int32Array;
}

function neighboursOf({ nodeCount, source, target }: Structure): Neighbours {
  const pointer = new Int32Array(nodeCount + 1);
  for (const ends of [source, target]) for (const v of ends) pointer[v + 1]++;
  for (let v = 0; v < nodeCount; v++) pointer[v + 1] += pointer[v];
  const next = pointer.slice();
  const list = new Int32Array(2 * source.length);
  for (let e = 0; e < source.length; e++) {
    list[next[source[e]]++] = target[e];
    list[next[target[e]]++] = source[e];
  }
  return { pointer, list };
}

/** A breadth-first search over one graph, to be asked again and again: what it holds is made once. */
interface Search {
  /** (N) hops from the start asked last; only those of the nodes reached are meant. */
  hops: Int32Array;
  /** @returns the nodes reached, in order. */
  from(start: number): Int32Array;
}

function searchIn({ pointer, list }: Neighbours): Search {
  const hops = new Int32Array(pointer.length - 1).fill(-1);
  const queue = new Int32Array(hops.length);
  let end = 0;
  function from(start: number) {
    for (let i = 0; i < end; i++) hops[queue[i]] = -1;
    hops[start] = 0;
    queue[0] = start;
    end = 1;
    for (let i = 0; i < end; i++) {
      const v = queue[i];
      for (let k = pointer[v]; k < pointer[v + 1]; k++) {
        if (hops[list[k]] >= 0) continue;
        hops[list[k]] = hops[v] + 1;
        queue[end++] = list[k];
      }
    }
    return queue.slice(0, end);
  }
  return { hops, from };
}
