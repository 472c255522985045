import { formatShare } from '../../charts/numbers';
import type { HopShape } from '../../engine/protocol';

/** Whether classes can still be told apart at the last hop, to be read after "Order:"; null without labels. */
export function orderVerdict(shapes: readonly HopShape[]): string | null {
  const last = shapes.length - 1;
  const share = shapes[last].nearestCentroid;
  if (share === null) return null;
  return `at hop ${last} the nearest class centre is right for ${formatShare(share)} of labelled nodes.`;
}
