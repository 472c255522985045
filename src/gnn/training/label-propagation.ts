import { adjacencyOf } from '../../graph/adjacency';
import type { Graph } from '../../graph/graph';
import type { Predictions } from './scores';

const STEPS = 50;
const ALPHA = 0.9;

/**
 * The classes of the training nodes spread along the edges, without features and without learning: Zhou et al., "Learning
 * with Local and Global Consistency", NIPS 2003, in the form of Huang et al. 2020, arXiv 2010.13993:
 *
 *   Y ← α D^-½ A D^-½ Y + (1 − α) Y₀,   50 times, α = 0.9
 *
 * Y₀ is 1 at the class of each training node. D sums over incoming edges and no self-loop is added. Where no class arrives
 * the prediction is `fallback`, with confidence 0.
 */
export function labelPropagation(graph: Graph, train: Int32Array, fallback: number): Predictions {
  const { nodeCount, labels } = graph;
  const classes = graph.classes.length;
  const coefficient = symmetricCoefficients(graph);
  const { pointer, source } = adjacencyOf(graph);
  const start = new Float64Array(nodeCount * classes);
  for (const node of train) if (labels) start[node * classes + labels[node]] = 1;
  let spread = start;
  for (let step = 0; step < STEPS; step++) {
    const next = start.map((value) => (1 - ALPHA) * value);
    for (let v = 0; v < nodeCount; v++) {
      for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) {
        const from = source[arc] * classes;
        for (let c = 0; c < classes; c++) next[v * classes + c] += ALPHA * coefficient[arc] * spread[from + c];
      }
    }
    spread = next;
  }
  return strongest(spread, classes, fallback);
}

/** (A) w / √(d_target d_source) of each arc, 0 where a degree is not above 0. */
function symmetricCoefficients(graph: Graph): Float64Array {
  const { nodeCount, pointer, source, edge } = adjacencyOf(graph);
  const weight = (arc: number) => graph.weight?.[edge[arc]] ?? 1;
  const degree = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) degree[v] += weight(arc);
  }
  const coefficient = new Float64Array(source.length);
  for (let v = 0; v < nodeCount; v++) {
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) {
      const product = Math.max(0, degree[v]) * Math.max(0, degree[source[arc]]);
      coefficient[arc] = product > 0 ? weight(arc) / Math.sqrt(product) : 0;
    }
  }
  return coefficient;
}

/** The class with the largest share of each row, and that share. */
function strongest(rows: Float64Array, classes: number, fallback: number): Predictions {
  const count = classes > 0 ? rows.length / classes : 0;
  const label = new Int32Array(count).fill(fallback);
  const confidence = new Float32Array(count);
  for (let node = 0; node < count; node++) {
    const row = rows.subarray(node * classes, (node + 1) * classes);
    const total = row.reduce((sum, value) => sum + value, 0);
    if (total <= 0) continue;
    label[node] = row.indexOf(Math.max(...row));
    confidence[node] = row[label[node]] / total;
  }
  return { label, confidence };
}
