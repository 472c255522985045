import { seededRandom } from '../graph/random';

/** How far apart neighbouring nodes start, in layout units: ForceAtlas2's forces are of this order. */
export const SPACING = 10;

/**
 * Where a layout starts: nodes spread evenly over a disc that grows with their number.
 *
 * @param seed 0 … 4,294,967,295; the same seed gives the same start.
 * @returns (N, 2)
 */
export function seededStart(nodeCount: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const radius = SPACING * Math.sqrt(nodeCount);
  const positions = new Float32Array(2 * nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    const r = radius * Math.sqrt(random.uniform());
    const angle = 2 * Math.PI * random.uniform();
    positions[2 * v] = r * Math.cos(angle);
    positions[2 * v + 1] = r * Math.sin(angle);
  }
  return positions;
}

/** Nodes nearer than this push each other out of all proportion. */
const GRAIN = 0.01;

/**
 * Positions that the forces can work on: rounded to a fine grid with one node a point (nodes at one point exert no force on
 * each other and would never part), the middle where they are not finite, and scaled to the layout's order where they are of
 * another one altogether.
 *
 * @param positions (N, 2)
 * @returns (N, 2), a new array
 */
export function tractable(positions: Float32Array, seed: number): Float32Array {
  const placed = positions.map((x) => (Number.isFinite(x) ? x : 0));
  const reach = placed.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const radius = SPACING * Math.sqrt(positions.length / 2);
  const scale = reach > 1e3 * radius ? radius / reach : 1;

  const random = seededRandom(seed);
  const taken = new Set<string>();
  for (let i = 0; i < placed.length; i += 2) {
    let x = Math.round((scale * placed[i]) / GRAIN);
    let y = Math.round((scale * placed[i + 1]) / GRAIN);
    while (taken.has(`${x} ${y}`)) {
      x += Math.round((SPACING / GRAIN) * (random.uniform() - 0.5));
      y += Math.round((SPACING / GRAIN) * (random.uniform() - 0.5));
    }
    taken.add(`${x} ${y}`);
    placed[i] = x * GRAIN;
    placed[i + 1] = y * GRAIN;
  }
  return placed;
}
