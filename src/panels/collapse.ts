import type { HopShape } from '../engine/protocol';

/** Rows this near to a shape, relative to their length, are said to have collapsed to it. */
export const WITHIN = 0.05;

/** What one hop's rows are nearest to, and how far they are from it. */
export interface Collapse {
  /** `zero`: every row is zero. `point`: one vector for all. `ray`: one vector times √(degree + 1). `none`: neither. */
  to: 'zero' | 'point' | 'ray' | 'none';
  /** Root-mean-square distance from the nearer of point and ray over the root-mean-square length of the rows, 0…1. */
  away: number;
}

/** Of ‖H‖² a share s lies on the shape, so the rest, relative in length, is √(1 − s). */
export function collapseOf(shape: HopShape, nodeCount: number): Collapse {
  if (shape.zeroRows === nodeCount) return { to: 'zero', away: 0 };
  const awayFromPoint = distance(shape.point);
  const awayFromRay = distance(shape.ray);
  const away = Math.min(awayFromPoint, awayFromRay);
  if (away > WITHIN) return { to: 'none', away };
  return { to: awayFromPoint <= awayFromRay ? 'point' : 'ray', away };
}

/** The first hop from which every hop to the last has collapsed, and to what the last one has; null when it has not. */
export function collapsedFrom(
  shapes: readonly HopShape[],
  nodeCount: number,
): { hop: number; to: Collapse['to'] } | null {
  const last = shapes.length - 1;
  const { to } = collapseOf(shapes[last], nodeCount);
  if (to === 'none') return null;
  let hop = last;
  while (hop > 0 && collapseOf(shapes[hop - 1], nodeCount).to === to) hop--;
  return { hop, to };
}

function distance(share: number): number {
  return Math.sqrt(Math.max(0, 1 - share));
}
