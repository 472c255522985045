import { formatShare } from '../../charts/numbers';
import type { HopShape } from '../../engine/protocol';
import { collapsedFrom, collapseOf, WITHIN } from '../collapse';

/** What the trace says about collapse, to be read after "Collapse:". It follows from `collapsedFrom` and nothing else. */
export function collapseVerdict(shapes: readonly HopShape[], nodeCount: number): string {
  const last = shapes.length - 1;
  const found = collapsedFrom(shapes, nodeCount);
  if (!found) {
    const { away } = collapseOf(shapes[last], nodeCount);
    return `none within ${last === 1 ? '1 hop' : `${last} hops`}; the last rows are still ${formatShare(away)} away from one point or ray.`;
  }
  const from = found.hop === last ? `at hop ${last}` : `from hop ${found.hop} on`;
  if (found.to === 'zero') return `${from} every row is zero.`;
  const shape = found.to === 'point' ? 'one point' : 'one ray, told apart by degree alone';
  return `${from} all rows lie within ${formatShare(WITHIN)} of ${shape}.`;
}

/** Whether classes can still be told apart at the last hop, to be read after "Order:"; null without labels. */
export function orderVerdict(shapes: readonly HopShape[]): string | null {
  const last = shapes.length - 1;
  const share = shapes[last].nearestCentroid;
  if (share === null) return null;
  return `at hop ${last} the nearest class centre is right for ${formatShare(share)} of labelled nodes.`;
}
