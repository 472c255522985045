import type { FeatureMatrix } from '../../graph/graph';
import { columnGram, rowGram, wholeSide } from '../linear-algebra/gram';
import { leadingComponents } from '../linear-algebra/leading-components';
import { symmetricEigenvalues } from '../linear-algebra/symmetric-eigen';

/** The squared singular values of an embedding, not centred. */
export interface Spectrum {
  /** Descending; all min(N, C) of them, or only the largest when `complete` is false. */
  squares: Float64Array;
  complete: boolean;
  /** Bound on the error of squares[0], as a share of it. */
  error: number;
  /** (C) right singular vector of squares[0]; null when complete. */
  leading: Float64Array | null;
}

/** The smaller Gram matrix of an embedding. */
export interface Gram {
  side: 'rows' | 'columns';
  /** (N, N) or (C, C) row-major. */
  values: Float64Array;
}

/** Null where even the smaller one is too large to decompose whole. */
export function gramOf(embedding: FeatureMatrix): Gram | null {
  const side = wholeSide(embedding);
  if (side === null) return null;
  return { side, values: side === 'rows' ? rowGram(embedding, null) : columnGram(embedding, null) };
}

/** By the Gram matrix where there is one, else only the largest, by products. */
export function spectrumOf(embedding: FeatureMatrix, gram: Gram | null): Spectrum {
  if (gram === null) {
    const { values, vectors, error } = leadingComponents(embedding, null, 1, 1e-5);
    return { squares: values, complete: false, error, leading: vectors };
  }
  const { side } = gram;
  const values = symmetricEigenvalues(gram.values, embedding[side]);
  // What rounding left of a zero: float64 resolves no eigenvalue below this.
  const floor = (values[0] ?? 0) * embedding[side] * Number.EPSILON;
  return { squares: values.map((value) => (value > floor ? value : 0)), complete: true, error: 0, leading: null };
}
