import { formatShare } from '../../charts/numbers';
import type { HopShape } from '../../engine/protocol';
import { collapsedFrom, collapseOf, WITHIN } from '../collapse';

/** What the trace says about collapse, in one sentence. It follows from `collapsedFrom` and nothing else. */
export function verdict(shapes: readonly HopShape[], nodeCount: number): string {
  const last = shapes.length - 1;
  const found = collapsedFrom(shapes, nodeCount);
  if (!found) {
    const { away } = collapseOf(shapes[last], nodeCount);
    return `No collapse within ${last === 1 ? '1 hop' : `${last} hops`}: at hop ${last} the rows are still ${formatShare(away)} away from one point or ray.`;
  }
  const from = found.hop === last ? `At hop ${last}` : `From hop ${found.hop} on`;
  if (found.to === 'zero') return `${from} every row is zero.`;
  const shape = found.to === 'point' ? 'one point' : 'one ray, told apart by degree alone';
  return `${from} all rows lie within ${formatShare(WITHIN)} of ${shape}.`;
}

/** Whether classes can still be told apart at the last hop; null without labels. */
export function orderSentence(shapes: readonly HopShape[]): string | null {
  const last = shapes.length - 1;
  const share = shapes[last].nearestCentroid;
  if (share === null) return null;
  return `The nearest class centre is still the right one for ${formatShare(share)} of labelled nodes at hop ${last}.`;
}
