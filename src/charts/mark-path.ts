/** Half a mark's width, in pixels. */
const R = 4;

/** Shapes that stay apart without their colour, as SVG path data around the origin: disc, square, triangle, diamond, cross, … */
const SHAPES: ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - R} ${y}a${R} ${R} 0 1 1 ${2 * R} 0a${R} ${R} 0 1 1 ${-2 * R} 0Z`,
  (x, y) => `M${x - 3.6} ${y - 3.6}h7.2v7.2h-7.2Z`,
  (x, y) => `M${x} ${y - 4.8}l4.6 8h-9.2Z`,
  (x, y) => `M${x} ${y - 5}l4.6 5l-4.6 5l-4.6 -5Z`,
  (x, y) => `M${x} ${y + 4.8}l4.6 -8h-9.2Z`,
  (x, y) => `M${x - 1.6} ${y - 5}h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4Z`,
  (x, y) => `M${x - 5} ${y - 2}h10v4h-10Z`,
  (x, y) => `M${x - 2} ${y - 5}h4v10h-4Z`,
];

/** The mark of the `which`-th of several series, its middle at (x, y). */
export function markPath(which: number, x: number, y: number): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return SHAPES[which % SHAPES.length](round(x), round(y));
}
