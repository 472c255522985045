import { isAccuracy, styleOf } from '../../charts/quantities';
import type { Quantity } from '../../store/state';

/** A difference of two values with its sign: accuracies differ by points of a per cent. */
export function signed(difference: number, of: Quantity): string {
  return `${difference < 0 ? '\u2212' : '+'}${size(Math.abs(difference), of)}`;
}

/** How large a difference is. */
export function size(difference: number, of: Quantity): string {
  return isAccuracy(of) ? `${(100 * difference).toFixed(1)} points` : styleOf(of).format(difference);
}
