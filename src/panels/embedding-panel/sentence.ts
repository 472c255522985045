import { formatShare } from '../../charts/numbers';
import type { HopShape } from '../../engine/protocol';
import { collapseOf } from '../collapse';

/** What one hop's rows have come to, to be read after "Collapse:"; from `collapseOf` and nothing else. */
export function collapseSentence(shape: HopShape, nodeCount: number): string {
  const { to, away } = collapseOf(shape, nodeCount);
  switch (to) {
    case 'zero':
      return 'every row is zero.';
    case 'point':
      return `all rows lie within ${formatShare(away)} of one point.`;
    case 'ray':
      return `all rows lie within ${formatShare(away)} of one ray, told apart by degree alone.`;
    case 'none':
      return `none; the rows are ${formatShare(away)} away from one point or ray.`;
  }
}
