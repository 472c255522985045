import { formatShare } from '../../charts/numbers';
import type { HopShape } from '../../engine/protocol';

/** Classes named before the rest is counted. */
const NAMED = 3;

/**
 * Whether classes can be told apart at a hop, and which cannot: those of whose nodes fewer than half lie nearest to their own
 * centre. To be read after "Order:"; null without labels.
 */
export function orderVerdict(shapes: readonly HopShape[], classes: readonly string[], hop: number): string | null {
  const order = shapes[hop]?.nearestCentroid ?? null;
  if (order === null) return null;
  const lost = classes.filter((_, label) => (order.byClass[label] ?? 1) < 0.5);
  const right = `at hop ${hop} the nearest class centre is right for ${formatShare(order.share)} of labelled nodes`;
  return lost.length === 0 ? `${right}.` : `${right}; no longer told apart: ${listed(lost)}.`;
}

function listed(names: readonly string[]): string {
  if (names.length <= NAMED) return names.join(', ');
  return `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`;
}
