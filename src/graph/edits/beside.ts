import { adjacencyOf } from '../adjacency';
import type { Graph } from '../graph';
import { neighboursOf } from '../neighbours';
import { placesInOriginal } from './origin';

/**
 * Places for the nodes of an edited graph where those of its original have theirs: they stay where they are, and one that was
 * added stands beside its neighbours.
 *
 * @param positions (N₀, 2) of the original.
 * @returns (N, 2)
 */
export function editedPositions(edited: Graph, original: Graph, positions: Float32Array): Float32Array {
  const before = placesInOriginal(edited, original);
  const kept = before.indexOf(-1) < 0 ? before.length : before.indexOf(-1);
  const known = new Float32Array(2 * kept);
  for (let v = 0; v < kept; v++) {
    known[2 * v] = positions[2 * before[v]];
    known[2 * v + 1] = positions[2 * before[v] + 1];
  }
  return besideNeighbours(edited, known);
}

/** Places for the nodes behind those that have one. Nodes that are added stand behind all others. */
export function besideNeighbours(graph: Graph, known: Float32Array): Float32Array {
  const positions = new Float32Array(2 * graph.nodeCount);
  positions.set(known);
  const middle = meanOf(
    positions,
    Int32Array.from({ length: known.length / 2 }, (_, v) => v),
  );
  for (let v = known.length / 2; v < graph.nodeCount; v++) {
    // Those that have a place.
    const near = Int32Array.from(neighboursOf(graph, v)).filter((other) => other < v);
    const among = near.length > 0 ? meanOf(positions, near) : middle;
    // Outwards, where there is the most room; a little further round for each, so that they do not lie on each other.
    const angle = Math.atan2(among.y - middle.y, among.x - middle.x) + 0.5 * (v - known.length / 2);
    const distance = (near.length === 1 ? 1 : 0.4) * usualLength(graph, positions, near, known.length / 2);
    positions[2 * v] = among.x + distance * Math.cos(angle);
    positions[2 * v + 1] = among.y + distance * Math.sin(angle);
  }
  return positions;
}

/** The mean length of the edges of these nodes between nodes that have a place, or a tenth of the picture. */
function usualLength(graph: Graph, positions: Float32Array, nodes: Int32Array, known: number): number {
  const { pointer, source } = adjacencyOf(graph);
  let [sum, count] = [0, 0];
  for (const node of nodes) {
    for (let arc = pointer[node]; arc < pointer[node + 1]; arc++) {
      const other = source[arc];
      if (other === node || other >= known || node >= known) continue;
      sum += Math.hypot(positions[2 * other] - positions[2 * node], positions[2 * other + 1] - positions[2 * node + 1]);
      count++;
    }
  }
  return sum > 0 ? sum / count : extent(positions.subarray(0, 2 * known)) / 10;
}

function meanOf(positions: Float32Array, nodes: Int32Array): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (const node of nodes) {
    x += positions[2 * node];
    y += positions[2 * node + 1];
  }
  return { x: x / Math.max(1, nodes.length), y: y / Math.max(1, nodes.length) };
}

/** Of the larger side; 1 for a single place. */
function extent(positions: Float32Array): number {
  const side = (offset: 0 | 1) => {
    let [least, most] = [Infinity, -Infinity];
    for (let k = offset; k < positions.length; k += 2) {
      least = Math.min(least, positions[k]);
      most = Math.max(most, positions[k]);
    }
    return most - least;
  };
  return Math.max(0, side(0), side(1)) || 1;
}
