type Draw = (context: CanvasRenderingContext2D) => void;

const drawings = new WeakMap<HTMLCanvasElement, Draw>();

/** Remembers what draws a canvas, so that it can be drawn elsewhere too, at another size or as shapes. */
export function rememberDrawing(canvas: HTMLCanvasElement, draw: Draw): void {
  drawings.set(canvas, draw);
}

/** What draws this canvas, one unit to a CSS pixel; undefined for one that nobody told of. */
export function drawingOf(canvas: HTMLCanvasElement): Draw | undefined {
  return drawings.get(canvas);
}
