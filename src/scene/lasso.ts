import type { Spot } from './messages';

export type Point = Pick<Spot, 'x' | 'y'>;

/** Pixels between two points of a lasso. */
const GRAIN = 4;

/** Events by which Sigma would move the view, pick or focus. */
const NOT_FOR_SIGMA = ['mousedown', 'mousemove', 'mouseup', 'click', 'dblclick', 'touchstart', 'touchmove', 'touchend'];

interface LassoOptions {
  /** Whether a drag is one. */
  active(): boolean;
  /** What is drawn so far, in pixels of the container; null when nothing is. */
  onPath(path: Point[] | null): void;
  /** It was let go around something. */
  onEnd(path: Point[]): void;
}

/** Follows lassos drawn over a container by mouse, pen or finger; while they are, it keeps all else from seeing them. @returns how to stop. */
export function followLasso(container: HTMLElement, { active, onPath, onEnd }: LassoOptions): () => void {
  const listeners = new AbortController();
  const listen = (type: string, listener: (event: Event) => void) =>
    container.addEventListener(type, listener, { capture: true, signal: listeners.signal });
  let path: Point[] | null = null;

  const pointOf = (event: PointerEvent): Point => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const drop = () => {
    path = null;
    onPath(null);
  };
  for (const type of NOT_FOR_SIGMA) listen(type, (event) => active() && event.stopPropagation());
  listen('pointerdown', (event) => {
    if (!(event instanceof PointerEvent) || !active() || event.button !== 0 || !event.isPrimary) return;
    container.setPointerCapture(event.pointerId);
    path = [pointOf(event)];
  });
  listen('pointermove', (event) => {
    if (!(event instanceof PointerEvent) || !path || !event.isPrimary) return;
    const [point, last] = [pointOf(event), path[path.length - 1]];
    if (Math.hypot(point.x - last.x, point.y - last.y) < GRAIN) return;
    path.push(point);
    onPath(path);
  });
  listen('pointerup', (event) => {
    if (!(event instanceof PointerEvent) || !path || !event.isPrimary) return;
    const drawn = path;
    drop();
    if (drawn.length > 2) onEnd(drawn);
  });
  listen('pointercancel', drop);
  return () => listeners.abort();
}

/** Whether a place lies inside a closed path, by how often a ray from it crosses the path. */
export function inside(path: readonly Point[], x: number, y: number): boolean {
  let within = false;
  let before = path[path.length - 1];
  for (const point of path) {
    const crosses = point.y > y !== before.y > y;
    if (crosses && x < ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x) within = !within;
    before = point;
  }
  return within;
}
