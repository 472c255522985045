import { type FieldName, fieldOf } from '../graph/field';
import type { Graph } from '../graph/graph';

/** What the area of a node grows with: `equal` for nothing. */
export type SizeEncoding = 'equal' | FieldName;

/** Where points pile up, as in an embedding, all are a little smaller, the largest most. */
export function crowdedSizes(sizes: Float32Array): Float32Array {
  return sizes.map((radius) => Math.min(7.5, 0.85 * radius));
}

/**
 * (N) radius of each node in pixels. A typical radius shrinks with N (8 px at 70 nodes, 3 at 3,000, 1.2 at 100,000), and
 * around it the root of the encoded number decides: from 0.75 of it to 1.5 for the largest. In a crowd a few stand out: from
 * 0.6 of it to 2.4. Numbers below 0 count from the least of them on; what is not known is as small as the least.
 */
export function nodeSizes(graph: Graph, encoding: SizeEncoding = 'degree'): Float32Array {
  const typical = typicalSize(graph.nodeCount);
  const share = sizeShare(graph, encoding);
  return Float32Array.from(
    { length: graph.nodeCount },
    (_, node) => typical * (share ? factor(share(node), graph.nodeCount) : 1),
  );
}

function typicalSize(nodeCount: number): number {
  return Math.min(9, Math.max(1.2, 26 / Math.max(1, nodeCount) ** 0.27));
}

const CROWD = 5_000;

function factor(share: number, nodeCount: number): number {
  return nodeCount < CROWD ? 0.75 + 0.75 * Math.sqrt(share) : 0.6 + 1.8 * Math.sqrt(share);
}

/** 0…1 of the largest; null where all are alike. */
function sizeShare(graph: Graph, encoding: SizeEncoding): ((node: number) => number) | null {
  const field = encoding === 'equal' ? null : fieldOf(graph, encoding);
  if (field?.kind !== 'numbers') return null;
  const zero = Math.min(0, field.least);
  const range = field.most - zero || 1;
  return (node) => (Number.isNaN(field.values[node]) ? 0 : (field.values[node] - zero) / range);
}

/** What sizes stand for: numbers and their radii before the view scales them; null where all nodes are alike. */
export function sizeLegend(graph: Graph, encoding: SizeEncoding): { value: number; radius: number }[] | null {
  const field = encoding === 'equal' ? null : fieldOf(graph, encoding);
  if (field?.kind !== 'numbers' || field.least === field.most) return null;
  const zero = Math.min(0, field.least);
  const middle = (field.least + field.most) / 2;
  const whole = Number.isInteger(field.least) && Number.isInteger(field.most);
  const values = [field.least, whole ? Math.round(middle) : middle, field.most];
  return [...new Set(values)].map((value) => ({
    value,
    radius: typicalSize(graph.nodeCount) * factor((value - zero) / (field.most - zero || 1), graph.nodeCount),
  }));
}
