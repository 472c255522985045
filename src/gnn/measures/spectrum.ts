import type { FeatureMatrix } from '../../graph/graph';
import { columnGram, rowGram } from '../linear-algebra/gram';
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

/** Up to this many columns (or rows) all singular values are computed; beyond, only the largest. */
export const COMPLETE_UP_TO = 256;

export function spectrumOf(embedding: FeatureMatrix): Spectrum {
  const { rows, columns } = embedding;
  const least = Math.min(rows, columns);
  if (least > COMPLETE_UP_TO || (rows < columns && rows * columns > 2 ** 22)) {
    const { values, error } = leadingComponents(embedding, null, 1, 1e-5);
    return { squares: values, complete: false, error };
  }
  const gram = rows < columns ? rowGram(embedding, null) : columnGram(embedding, null);
  const { values } = symmetricEigen(gram, least);
  // What rounding left of a zero: float64 resolves no eigenvalue below this.
  const floor = least > 0 ? values[0] * least * Number.EPSILON : 0;
  return { squares: values.map((value) => (value > floor ? value : 0)), complete: true, error: 0 };
}
