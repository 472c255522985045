/** What pictures are drawn on: pixels or shapes. */
export interface Paper {
  context: CanvasRenderingContext2D;
  /** Draws SVG path data with the context's fill or stroke. */
  path(data: string, how: 'fill' | 'stroke'): void;
}

/** A canvas as paper. */
export function canvasPaper(context: CanvasRenderingContext2D): Paper {
  return { context, path: (data, how) => context[how](new Path2D(data)) };
}
