import type Sigma from 'sigma';
import type { Point } from './lasso';

/** Pixels within which a press is a click. */
const STEADY = 4;

interface DragOptions {
  /** Whether nodes can be moved. */
  can(): boolean;
  onMove(node: number, to: Point): void;
  onEnd(node: number, to: Point): void;
}

/** Follows nodes that are pulled by mouse or finger, in pixels of the canvas. @returns whether a click is the end of a drag. */
export function followDrags(sigma: Sigma, { can, onMove, onEnd }: DragOptions): () => boolean {
  let held: { node: number; from: Point; moved: boolean } | null = null;
  let ended = false;

  sigma.on('downNode', ({ node, event: { x, y } }) => {
    if (can()) held = { node: Number(node), from: { x, y }, moved: false };
  });
  sigma.on('moveBody', ({ event }) => {
    if (!held) return;
    // The view stays where it is while a node is held.
    event.preventSigmaDefault();
    held.moved ||= Math.hypot(event.x - held.from.x, event.y - held.from.y) > STEADY;
    if (held.moved) onMove(held.node, { x: event.x, y: event.y });
  });
  const release = ({ event: { x, y } }: { event: Point }) => {
    const dragged = held;
    held = null;
    if (!dragged?.moved) return;
    onEnd(dragged.node, { x, y });
    ended = true;
    setTimeout(() => {
      ended = false;
    });
  };
  sigma.on('upNode', release);
  sigma.on('upStage', release);
  return () => ended;
}
