import { adjacencyOf } from '../../graph/adjacency';
import type { Graph } from '../../graph/graph';
import type { Messages } from './convolution';

const plain = new WeakMap<Graph, Messages>();
const doubled = new WeakMap<Graph, Messages>();

/**
 * The messages of GCN, S = D̃^-½ Ã D̃^-½ by receiver, computed once a graph, as PyG's `gcn_norm`:
 * - a node's own self-loop is kept with its weight (the last one given, where there are several); where there is none, one
 *   is added that weighs 1, or 2 when `improved` and the graph has edge weights. It is the last entry of its row;
 * - duplicate edges stay separate entries, so they add;
 * - degrees are sums over incoming edges; a node whose degree is not above 0 gets coefficients 0.
 */
export function gcnMessages(graph: Graph, improved: boolean): Messages {
  const addedLoop = improved && graph.weight !== null ? 2 : 1;
  const cache = addedLoop === 2 ? doubled : plain;
  const kept = cache.get(graph);
  if (kept) return kept;
  const messages = normalise(graph, addedLoop);
  cache.set(graph, messages);
  return messages;
}

function normalise(graph: Graph, addedLoop: number): Messages {
  const { nodeCount, pointer: arcs, source, edge } = adjacencyOf(graph);
  const entries = graph.nodeCount + countWithoutLoops(arcs, source);
  const pointer = new Int32Array(nodeCount + 1);
  const index = new Int32Array(entries);
  const coefficient = new Float32Array(entries);
  const degree = new Float64Array(nodeCount);

  let place = 0;
  for (let v = 0; v < nodeCount; v++) {
    let loop = addedLoop;
    for (let arc = arcs[v]; arc < arcs[v + 1]; arc++) {
      const weight = graph.weight?.[edge[arc]] ?? 1;
      if (source[arc] === v) {
        loop = weight;
        continue;
      }
      index[place] = source[arc];
      coefficient[place++] = weight;
      degree[v] += weight;
    }
    index[place] = v;
    coefficient[place++] = loop;
    degree[v] += loop;
    pointer[v + 1] = place;
  }

  for (let v = 0; v < nodeCount; v++) {
    for (let p = pointer[v]; p < pointer[v + 1]; p++) {
      const product = Math.max(0, degree[v]) * Math.max(0, degree[index[p]]);
      coefficient[p] = product > 0 ? coefficient[p] / Math.sqrt(product) : 0;
    }
  }
  return { pattern: { rows: nodeCount, columns: nodeCount, pointer, index }, coefficient, reduce: 'sum' };
}

function countWithoutLoops(pointer: Int32Array, source: Int32Array): number {
  let count = source.length;
  for (let v = 0; v + 1 < pointer.length; v++) {
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) if (source[arc] === v) count--;
  }
  return count;
}
