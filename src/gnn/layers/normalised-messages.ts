import { adjacencyOf } from '../../graph/adjacency';
import type { Graph } from '../../graph/graph';
import type { Messages, Options } from './convolution';

/**
 * The messages of GCN, S = D̃^-½ Ã D̃^-½ by receiver, as PyG's `gcn_norm`:
 * - a node's own self-loop is kept with its weight (the last one given, where there are several); where there is none, one
 *   is added that weighs 1, or 2 when `improved` and the graph has edge weights. It is the last entry of its row;
 * - duplicate edges stay separate entries, so they add;
 * - degrees are sums over incoming edges; a node whose degree is not above 0 gets coefficients 0.
 */
export function gcnMessages(graph: Graph, { improved }: Options): Messages {
  const addedLoop = improved === true && graph.weight !== null ? 2 : 1;
  const { nodeCount, pointer: arcs, source, edge } = adjacencyOf(graph);
  const { pointer, index, weight } = emptyRows(nodeCount, nodeCount + source.length - countLoops(arcs, source));
  const degree = new Float64Array(nodeCount);
  let place = 0;
  for (let v = 0; v < nodeCount; v++) {
    let loop = addedLoop;
    for (let arc = arcs[v]; arc < arcs[v + 1]; arc++) {
      const own = graph.weight?.[edge[arc]] ?? 1;
      if (source[arc] === v) {
        loop = own;
        continue;
      }
      index[place] = source[arc];
      weight[place++] = own;
      degree[v] += own;
    }
    index[place] = v;
    weight[place++] = loop;
    degree[v] += loop;
    pointer[v + 1] = place;
  }
  return symmetric({ pointer, index, weight }, degree, 1);
}

/** D^-½ A D^-½ with the edges as they are: no loop is added, a given one is an edge like any other (PyG's `LGConv`). */
export function lightMessages(graph: Graph): Messages {
  const { nodeCount, pointer, source, edge } = adjacencyOf(graph);
  const weight = Float32Array.from(edge, (e) => graph.weight?.[e] ?? 1);
  const degree = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) degree[v] += weight[arc];
  return symmetric({ pointer, index: source, weight }, degree, 1);
}

/**
 * L̂ = −D^-½ A D^-½: the symmetric Laplacian scaled into −1…1 with λmax = 2, loops dropped. Degrees are over *outgoing*
 * edges, as in PyG's `ChebConv`.
 */
export function chebyshevMessages(graph: Graph): Messages {
  const { nodeCount, pointer: arcs, source, edge } = adjacencyOf(graph);
  const { pointer, index, weight } = emptyRows(nodeCount, source.length - countLoops(arcs, source));
  const degree = new Float64Array(nodeCount);
  let place = 0;
  for (let v = 0; v < nodeCount; v++) {
    for (let arc = arcs[v]; arc < arcs[v + 1]; arc++) {
      if (source[arc] === v) continue;
      index[place] = source[arc];
      weight[place] = graph.weight?.[edge[arc]] ?? 1;
      degree[source[arc]] += weight[place++];
    }
    pointer[v + 1] = place;
  }
  return symmetric({ pointer, index, weight }, degree, -1);
}

interface Rows {
  pointer: Int32Array;
  index: Int32Array;
  weight: Float32Array;
}

function emptyRows(nodeCount: number, entries: number): Rows {
  return {
    pointer: new Int32Array(nodeCount + 1),
    index: new Int32Array(entries),
    weight: new Float32Array(entries),
  };
}

function countLoops(pointer: Int32Array, source: Int32Array): number {
  let count = 0;
  for (let v = 0; v + 1 < pointer.length; v++) {
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) if (source[arc] === v) count++;
  }
  return count;
}

/** Each entry times `sign` / √(d_v d_u); 0 where a degree is not above 0. Turns the weights into coefficients, in place. */
function symmetric({ pointer, index, weight }: Rows, degree: Float64Array, sign: number): Messages {
  const rows = degree.length;
  for (let v = 0; v < rows; v++) {
    for (let p = pointer[v]; p < pointer[v + 1]; p++) {
      const product = Math.max(0, degree[v]) * Math.max(0, degree[index[p]]);
      weight[p] = product > 0 ? (sign * weight[p]) / Math.sqrt(product) : 0;
    }
  }
  return { pattern: { rows, columns: rows, pointer, index }, coefficient: weight, reduce: 'sum' };
}
