/** One node's colour out of `colours`, as CSS, its alpha included. */
export function nodeCss(rgba: Uint8ClampedArray, node: number): string {
  const at = 4 * node;
  return `rgb(${rgba[at]} ${rgba[at + 1]} ${rgba[at + 2]} / ${(rgba[at + 3] / 255).toFixed(3)})`;
}
