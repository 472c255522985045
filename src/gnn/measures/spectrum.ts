import type { FeatureMatrix } from '../../graph/graph';
import { columnGram, rowGram, wholeSide } from '../linear-algebra/gram';
import { leadingComponents } from '../linear-algebra/leading-components';
import { symmetricEigen } from '../linear-algebra/symmetric-eigen';

/** The squared singular values of an embedding, not centred. */
export interface Spectrum {
  /** Descending; all min(N, C) of them, or only the largest when `complete` is false. */
  squares: Float64Array;
  complete: boolean;
  /** Bound on the error of squares[0], as a share of it. */
  error: number;
}

/** Singular values are computed by the smaller Gram matrix, or only the largest by products where that is too large. */
export function spectrumOf(embedding: FeatureMatrix): Spectrum {
  const side = wholeSide(embedding);
  if (side === null) {
    const { values, error } = leadingComponents(embedding, null, 1, 1e-5);
    return { squares: values, complete: false, error };
  }
  const gram = side === 'rows' ? rowGram(embedding, null) : columnGram(embedding, null);
  const { values } = symmetricEigen(gram, embedding[side]);
  // What rounding left of a zero: float64 resolves no eigenvalue below this.
  const floor = (values[0] ?? 0) * embedding[side] * Number.EPSILON;
  return { squares: values.map((value) => (value > floor ? value : 0)), complete: true, error: 0 };
}
