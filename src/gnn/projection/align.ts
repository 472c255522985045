/**
 * Orthogonal Procrustes in three dimensions (Schönemann 1966): the rotation or reflection of one hop's scores that brings
 * each node nearest to where it was before. Nothing is scaled: what moves on screen moved in the embedding.
 */

/** A 3 × 3 matrix, row-major. */
type Matrix3 = [number, number, number, number, number, number, number, number, number];

/**
 * `current` (N, 3) turned onto `previous` (N, 3). Directions in which either is constant stay as near as can be to where they
 * were, so a constant hop on either side changes nothing. Throws a RangeError when the lengths differ.
 */
export function alignTo(previous: Float32Array, current: Float32Array): Float32Array {
  if (previous.length !== current.length) {
    throw new RangeError(
      `alignTo: ${previous.length / 3} nodes before and ${current.length / 3} after; they must be the same`,
    );
  }
  return rotated(current, procrustes([[previous, current]]));
}

/**
 * Hops of one trace, each (N, 3), turned together onto those of another: what is aligned from hop to hop stays so. Every hop
 * counts the same, however large it is; hops that only one of the two has do not count.
 */
export function alignHopsTo(previous: readonly Float32Array[], current: readonly Float32Array[]): Float32Array[] {
  const pairs = previous.slice(0, current.length).map((before, hop): Pair => [before, current[hop]]);
  const rotation = procrustes(pairs);
  return current.map((scores) => rotated(scores, rotation));
}

function rotated(scores: Float32Array, rotation: Matrix3): Float32Array {
  const out = new Float32Array(scores.length);
  for (let i = 0; i < scores.length; i += 3) {
    const [x, y, z] = [scores[i], scores[i + 1], scores[i + 2]];
    for (let k = 0; k < 3; k++) out[i + k] = x * rotation[k] + y * rotation[3 + k] + z * rotation[6 + k];
  }
  return out;
}

type Pair = readonly [previous: Float32Array, current: Float32Array];

/** The orthogonal R that minimises Σ ‖current R − previous‖² over pairs brought to one size. */
function procrustes(pairs: readonly Pair[]): Matrix3 {
  // A trace of the identity decides the directions that the data leave open.
  const leaning: Matrix3 = [1e-7, 0, 0, 0, 1e-7, 0, 0, 0, 1e-7];
  for (const [previous, current] of pairs) {
    const { cross, scale } = crossCovariance(previous, current);
    if (scale > 0) for (let at = 0; at < 9; at++) leaning[at] += cross[at] / scale;
  }
  return polarFactor(leaning);
}

/** currentᵀ previous (3, 3), and the product of their lengths. */
function crossCovariance(previous: Float32Array, current: Float32Array): { cross: Matrix3; scale: number } {
  const cross: Matrix3 = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let before = 0;
  let after = 0;
  for (let i = 0; i < current.length; i += 3) {
    for (let k = 0; k < 3; k++) {
      before += previous[i + k] ** 2;
      after += current[i + k] ** 2;
      for (let l = 0; l < 3; l++) cross[k * 3 + l] += current[i + k] * previous[i + l];
    }
  }
  return { cross, scale: Math.sqrt(before) * Math.sqrt(after) };
}

/** U Vᵀ of the singular value decomposition m = U Σ Vᵀ: the nearest orthogonal matrix. */
function polarFactor(m: Matrix3): Matrix3 {
  const { u, v } = svd3(m);
  const out: Matrix3 = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) for (let k = 0; k < 3; k++) out[i * 3 + j] += u[i * 3 + k] * v[j * 3 + k];
  }
  return out;
}

/** One-sided Jacobi: turns the columns of m until they are orthogonal, m V = U Σ. Columns of U and V are the vectors. */
function svd3(m: Matrix3): { u: Matrix3; v: Matrix3 } {
  const u = [...m] as Matrix3;
  const v: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  for (let sweep = 0; sweep < 30; sweep++) {
    let turned = false;
    for (const [p, q] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const [pp, qq, pq] = [columnDot(u, p, p), columnDot(u, q, q), columnDot(u, p, q)];
      if (Math.abs(pq) <= 1e-15 * Math.sqrt(pp * qq)) continue;
      turned = true;
      const zeta = (qq - pp) / (2 * pq);
      const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
      const c = 1 / Math.hypot(1, t);
      turn(u, p, q, c, c * t);
      turn(v, p, q, c, c * t);
    }
    if (!turned) break;
  }
  completeOrthonormal(u);
  return { u, v };
}

function columnDot(m: Matrix3, p: number, q: number): number {
  return m[p] * m[q] + m[3 + p] * m[3 + q] + m[6 + p] * m[6 + q];
}

function turn(m: Matrix3, p: number, q: number, c: number, s: number): void {
  for (let i = 0; i < 9; i += 3) {
    const [x, y] = [m[i + p], m[i + q]];
    m[i + p] = c * x - s * y;
    m[i + q] = s * x + c * y;
  }
}

/** Makes the (already orthogonal) columns of `u` unit vectors, and fills those that vanish from the coordinate axes. */
function completeOrthonormal(u: Matrix3): void {
  const lengths = [0, 1, 2].map((k) => Math.sqrt(columnDot(u, k, k)));
  const order = [0, 1, 2].sort((p, q) => lengths[q] - lengths[p]);
  const floor = 1e-14 * lengths[order[0]];
  order.forEach((k, done) => {
    const tries = [
      [u[k], u[3 + k], u[6 + k]],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    for (const candidate of lengths[k] > floor ? tries : tries.slice(1)) {
      for (const j of order.slice(0, done)) {
        const along = candidate[0] * u[j] + candidate[1] * u[3 + j] + candidate[2] * u[6 + j];
        for (let i = 0; i < 3; i++) candidate[i] -= along * u[i * 3 + j];
      }
      const length = Math.hypot(candidate[0], candidate[1], candidate[2]);
      if (length < (candidate === tries[0] ? floor : 0.5)) continue;
      for (let i = 0; i < 3; i++) u[i * 3 + k] = candidate[i] / length;
      return;
    }
  });
}
