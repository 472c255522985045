import type { SceneInput } from './input';

/** Pixels: of so large a square of the view one name is shown, that of its largest node. */
const CELL = 150;

/**
 * The nodes whose names may be shown, the largest first: of each cell of a grid the largest node that is there in full. Views
 * of about the same zoom share one grid, so that names stay as the view is moved.
 *
 * @param level a whole number, the base-2 logarithm of the pixels to one unit of the frame.
 */
export function nodesToName({ graph, places, radii, colours }: SceneInput, level: number): number[] {
  if (!graph.names) return [];
  const cellsToUnit = 2 ** level / CELL;
  // The frame may be left a little by what is drawn in it.
  const side = Math.ceil(4 * cellsToUnit);
  const largest = new Map<number, number>();
  for (let node = 0; node < graph.nodeCount; node++) {
    if (colours[4 * node + 3] < 255) continue;
    const [across, down] = [(places[2 * node] + 2) * cellsToUnit, (places[2 * node + 1] + 2) * cellsToUnit];
    const cell = Math.floor(down) * side + Math.floor(across);
    const other = largest.get(cell);
    if (other === undefined || radii[node] > radii[other]) largest.set(cell, node);
  }
  return [...largest.values()].sort((a, b) => radii[b] - radii[a] || a - b);
}
