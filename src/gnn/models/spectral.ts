import { adjacencyOf } from '../../graph/adjacency';
import { componentsOf } from '../../graph/components';
import type { DenseMatrix, Graph } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen';

export interface SpectralCoordinates {
  /** (N, width); columns beyond `found` are 0. */
  matrix: DenseMatrix;
  /** Non-trivial eigenvectors the graph has, at most `width`. */
  found: number;
  /** Largest ‖L u − λ u‖ of the columns found: how exact they are. */
  residual: number;
}

/** Columns carried along beyond those wanted, so that the last one wanted settles too. */
const GUARD = 8;
/** Applications of the matrix between two rotations of the basis. */
const DEGREE = 16;
const TOLERANCE = 1e-6;
/** Multiplications spent before the columns are taken as they stand: about 3 s. */
const WORK = 2e9;

/**
 * The first eigenvectors of the normalised Laplacian L = I − D^-½ A D^-½ after the trivial ones (√degree on each component),
 * by rising eigenvalue: coordinates in which neighbours are close. A is symmetrised, weights are not used.
 *
 * Subspace iteration with Chebyshev filters (Zhou, Saad, Tiago & Chelikowsky 2006) from a seeded start; each column has unit
 * length and its entry of largest size is positive, so the same graph and seed give the same picture.
 */
export function spectralCoordinates(graph: Graph, width: number, seed: number): SpectralCoordinates {
  const n = graph.nodeCount;
  const operator = laplacianComplement(graph);
  const found = Math.min(width, n - operator.trivial);
  const size = Math.min(width + GUARD, n - operator.trivial);
  const matrix: DenseMatrix = { kind: 'dense', rows: n, columns: width, data: new Float32Array(n * width) };
  if (found === 0) return { matrix, found, residual: 0 };

  const random = seededRandom(seed);
  let basis: Float64Array[] = Array.from({ length: size }, () =>
    Float64Array.from({ length: n }, () => random.normal()),
  );
  let values: Float64Array = new Float64Array(size);
  let residual = Number.POSITIVE_INFINITY;
  const rounds = Math.max(2, Math.floor(WORK / (DEGREE * size * (operator.arcs + size * 2 + n))));
  for (let round = 0; round < rounds && residual > TOLERANCE; round++) {
    const cut = values[size - 1];
    if (round > 0 && size < n - operator.trivial) basis = basis.map((v) => chebyshev(operator.apply, v, cut));
    orthonormalise(basis, operator.deflate);
    ({ basis, values, residual } = rayleighRitz(operator.apply, basis, found));
  }
  for (let c = 0; c < found; c++) {
    const sign = basis[c][largestEntry(basis[c])] < 0 ? -1 : 1;
    for (let v = 0; v < n; v++) matrix.data[v * width + c] = sign * basis[c][v];
  }
  return { matrix, found, residual };
}

interface Operator {
  /** x ↦ (I + D^-½ A D^-½) x / 2, whose spectrum is in [0, 1]: L's smallest are its largest. */
  apply(x: Float64Array): Float64Array;
  /** Takes the trivial eigenvectors out of x, in place. */
  deflate(x: Float64Array): void;
  /** How many trivial ones there are: one a component. */
  trivial: number;
  arcs: number;
}

function laplacianComplement(graph: Graph): Operator {
  const { pointer, source, outPointer, outTarget } = adjacencyOf(graph);
  const n = graph.nodeCount;
  // A directed graph is heard both ways; an undirected one has each edge in `pointer` twice already.
  const degree = Float64Array.from({ length: n }, (_, v) => {
    const incoming = pointer[v + 1] - pointer[v];
    return graph.directed ? incoming + outPointer[v + 1] - outPointer[v] : incoming;
  });
  const root = degree.map(Math.sqrt);
  const components = componentsOf(graph);
  const volume = new Float64Array(components.count);
  for (let v = 0; v < n; v++) volume[components.of[v]] += degree[v];
  return {
    apply(x) {
      const scaled = x.map((value, v) => (root[v] > 0 ? value / root[v] : 0));
      return x.map((value, v) => {
        let sum = 0;
        for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) sum += scaled[source[arc]];
        if (graph.directed) for (let p = outPointer[v]; p < outPointer[v + 1]; p++) sum += scaled[outTarget[p]];
        return (value + (root[v] > 0 ? sum / root[v] : 0)) / 2;
      });
    },
    deflate(x) {
      const share = new Float64Array(components.count);
      for (let v = 0; v < n; v++) share[components.of[v]] += x[v] * root[v];
      for (let v = 0; v < n; v++) {
        const c = components.of[v];
        x[v] = volume[c] > 0 ? x[v] - (share[c] / volume[c]) * root[v] : 0;
      }
    },
    trivial: components.count,
    arcs: source.length * (graph.directed ? 2 : 1),
  };
}

/** T_m of the matrix with [0, cut] mapped to [−1, 1]: what lies below the cut stays small, what lies above grows fast. */
function chebyshev(apply: Operator['apply'], start: Float64Array, cut: number): Float64Array {
  const half = Math.max(cut, 1e-3) / 2;
  const step = (x: Float64Array) => apply(x).map((value, v) => (value - half * x[v]) / half);
  let before = start;
  let now = step(start);
  for (let m = 1; m < DEGREE; m++) {
    const next = step(now);
    for (let v = 0; v < next.length; v++) next[v] = 2 * next[v] - before[v];
    before = now;
    now = next;
  }
  return now;
}

/** Modified Gram–Schmidt, twice, in place. */
function orthonormalise(basis: Float64Array[], deflate: Operator['deflate']): void {
  for (let i = 0; i < basis.length; i++) {
    // The filter may have grown a column far beyond 1.
    scale(basis[i], 1 / Math.max(norm(basis[i]), Number.MIN_VALUE));
    for (let pass = 0; pass < 2; pass++) {
      deflate(basis[i]);
      for (let j = 0; j < i; j++) subtract(basis[i], basis[j], dot(basis[i], basis[j]));
      scale(basis[i], 1 / Math.max(norm(basis[i]), Number.MIN_VALUE));
    }
  }
}

/** Rotates the basis to the best eigenvectors inside its span, by falling eigenvalue of the operator. */
function rayleighRitz(apply: Operator['apply'], basis: Float64Array[], wanted: number) {
  const size = basis.length;
  const images = basis.map(apply);
  const small = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) small[i * size + j] = small[j * size + i] = dot(basis[i], images[j]);
  }
  const { values, vectors } = symmetricEigen(small, size);
  const combine = (columns: Float64Array[], r: number) => {
    const sum = new Float64Array(columns[0].length);
    for (let j = 0; j < size; j++) subtract(sum, columns[j], -vectors[r * size + j]);
    return sum;
  };
  const rotated = basis.map((_, r) => combine(basis, r));
  let residual = 0;
  for (let r = 0; r < wanted; r++) {
    const rest = combine(images, r);
    subtract(rest, rotated[r], values[r]);
    // L = 2 (I − operator), so its residual is twice the operator's.
    residual = Math.max(residual, 2 * norm(rest));
  }
  return { basis: rotated, values, residual };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

function scale(a: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] *= factor;
}

function subtract(a: Float64Array, b: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] -= factor * b[i];
}

/** The first entry of largest size; sizes that differ by rounding only count as equal, so the choice is stable. */
function largestEntry(a: Float64Array): number {
  const most = a.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
  return a.findIndex((value) => Math.abs(value) >= most * (1 - 1e-6));
}
