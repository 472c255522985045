/**
 * Eigen-decomposition of a real symmetric matrix: Householder reduction to tridiagonal form, then implicit QR steps with
 * Wilkinson's shift (Golub & Van Loan, Matrix Computations, 4th ed., algorithms 8.3.1–8.3.3). About 9 n³ operations, so
 * 0.2 s at n = 256. Errors are of the order of 1e-16 times the largest eigenvalue.
 */

export interface SymmetricEigen {
  /** (n) descending. */
  values: Float64Array;
  /** (n, n) row-major: row r is the unit eigenvector of values[r]. */
  vectors: Float64Array;
}

interface Tridiagonal {
  diagonal: Float64Array;
  /** (n−1) */
  offDiagonal: Float64Array;
  /** (n, n) the transposed basis: the matrix is basisᵀ · T · basis. Null where nobody asked for vectors. */
  basis: Float64Array | null;
}

/** `matrix` is (n, n) row-major and symmetric; it is not changed. Throws a RangeError when it holds a value that is not finite. */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const scale = sizeOf(matrix);
  const basis = new Float64Array(n * n);
  const { diagonal } = diagonalise(tridiagonalise(scaledBy(matrix, scale), n, basis), n);
  const order = Array.from({ length: n }, (_, r) => r).sort((r, s) => diagonal[s] - diagonal[r]);
  const values = new Float64Array(n);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    values[to] = diagonal[from] * scale;
    vectors.set(basis.subarray(from * n, from * n + n), to * n);
  });
  return { values, vectors };
}

/** The values alone, descending, in about a third of the time. */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  const scale = sizeOf(matrix);
  const { diagonal } = diagonalise(tridiagonalise(scaledBy(matrix, scale), n, null), n);
  return diagonal.map((value) => value * scale).sort((a, b) => b - a);
}

/** Its largest entry, in size. */
function sizeOf(matrix: Float64Array): number {
  let size = 0;
  for (const value of matrix) {
    if (!Number.isFinite(value)) throw new RangeError('symmetricEigen: the matrix holds a value that is not finite');
    size = Math.max(size, Math.abs(value));
  }
  return size;
}

/** A copy. Entries of size 1 keep the squares below from overflowing or vanishing. */
function scaledBy(matrix: Float64Array, scale: number): Float64Array {
  return scale === 0 ? matrix.slice() : matrix.map((value) => value / scale);
}

/** Overwrites `a`, which afterwards holds the Householder vectors below its diagonal, and `basis` (n, n) where given. */
function tridiagonalise(a: Float64Array, n: number, basis: Float64Array | null): Tridiagonal {
  const offDiagonal = new Float64Array(Math.max(0, n - 1));
  const betas = new Float64Array(n);
  const v = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    let tail = 0;
    for (let i = k + 2; i < n; i++) tail += a[i * n + k] ** 2;
    const head = a[(k + 1) * n + k];
    // Beside entries of size 1 this is less than rounding, and its reciprocal would overflow.
    if (tail <= 1e-40) {
      offDiagonal[k] = head;
      continue;
    }
    const norm = Math.sqrt(head * head + tail);
    const alpha = head > 0 ? -norm : norm;
    for (let i = k + 1; i < n; i++) v[i] = a[i * n + k];
    v[k + 1] = head - alpha;
    const beta = 2 / (v[k + 1] ** 2 + tail);
    let projection = 0;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += a[i * n + j] * v[j];
      p[i] = beta * sum;
      projection += p[i] * v[i];
    }
    const shift = (beta / 2) * projection;
    for (let i = k + 1; i < n; i++) p[i] -= shift * v[i];
    for (let i = k + 1; i < n; i++) {
      const vi = v[i];
      const pi = p[i];
      for (let j = k + 1; j < n; j++) a[i * n + j] -= vi * p[j] + pi * v[j];
    }
    offDiagonal[k] = alpha;
    betas[k] = beta;
    for (let i = k + 1; i < n; i++) a[i * n + k] = v[i];
  }

  if (basis) accumulate(a, betas, n, basis);
  return { diagonal: Float64Array.from({ length: n }, (_, i) => a[i * n + i]), offDiagonal, basis };
}

/** basis = (H_0 H_1 …)ᵀ from the reflections below the diagonal of `a`, the last first, so that each touches only the trailing block. */
function accumulate(a: Float64Array, betas: Float64Array, n: number, basis: Float64Array): void {
  for (let i = 0; i < n; i++) basis[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k--) {
    const beta = betas[k];
    if (beta === 0) continue;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += basis[i * n + j] * a[j * n + k];
      sum *= beta;
      for (let j = k + 1; j < n; j++) basis[i * n + j] -= sum * a[j * n + k];
    }
  }
}

/** Rotates `tridiagonal` until its off-diagonal is zero; the rows of its basis become eigenvectors. */
function diagonalise(tridiagonal: Tridiagonal, n: number): Tridiagonal {
  const { diagonal, offDiagonal, basis } = tridiagonal;
  let stepsLeft = 30 * n + 30;
  for (let high = n - 1; high > 0; ) {
    for (let i = 0; i < high; i++) {
      // 1e-18 stands beside entries scaled to 1: it ends blocks that are nothing but rounding.
      const small = Number.EPSILON * (Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1])) + 1e-18;
      if (Math.abs(offDiagonal[i]) <= small) offDiagonal[i] = 0;
    }
    if (offDiagonal[high - 1] === 0) {
      high--;
      continue;
    }
    let low = high - 1;
    while (low > 0 && offDiagonal[low - 1] !== 0) low--;
    if (stepsLeft-- === 0) throw new Error(`symmetricEigen: no convergence on a ${n} × ${n} matrix`);
    shiftedStep(diagonal, offDiagonal, basis, n, low, high);
  }
  return tridiagonal;
}

/** One implicit QR step on rows low…high. */
function shiftedStep(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  basis: Float64Array | null,
  n: number,
  low: number,
  high: number,
): void {
  const half = (diagonal[high - 1] - diagonal[high]) / 2;
  const corner = offDiagonal[high - 1];
  const root = Math.hypot(half, corner);
  const shift = diagonal[high] - corner ** 2 / (half + (half < 0 ? -root : root));
  let x = diagonal[low] - shift;
  let z = offDiagonal[low];
  for (let k = low; k < high; k++) {
    const r = Math.hypot(x, z);
    const c = r === 0 ? 1 : x / r;
    const s = r === 0 ? 0 : z / r;
    if (k > low) offDiagonal[k - 1] = r;
    const top = diagonal[k];
    const bottom = diagonal[k + 1];
    const between = offDiagonal[k];
    diagonal[k] = c * c * top + 2 * c * s * between + s * s * bottom;
    diagonal[k + 1] = s * s * top - 2 * c * s * between + c * c * bottom;
    offDiagonal[k] = c * s * (bottom - top) + (c * c - s * s) * between;
    x = offDiagonal[k];
    if (k < high - 1) {
      z = s * offDiagonal[k + 1];
      offDiagonal[k + 1] *= c;
    }
    if (!basis) continue;
    const row = k * n;
    for (let j = row; j < row + n; j++) {
      const upper = basis[j];
      const lower = basis[j + n];
      basis[j] = c * upper + s * lower;
      basis[j + n] = c * lower - s * upper;
    }
  }
}
