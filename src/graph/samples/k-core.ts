import type { Graph } from '../graph';

/**
 * (N) core number of each node: the largest k for which it belongs to a part where everyone has k neighbours and more (Batagelj
 * & Zaveršnik 2003, arXiv:cs/0310049), O(N + E). Direction and self-loops are ignored; duplicate edges count.
 */
export function coreNumbers(graph: Graph): Int32Array {
  const { nodeCount, edgeCount, source, target } = graph;
  const degree = new Int32Array(nodeCount);
  const pointer = new Int32Array(nodeCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    if (source[e] === target[e]) continue;
    degree[source[e]]++;
    degree[target[e]]++;
  }
  for (let v = 0; v < nodeCount; v++) pointer[v + 1] = pointer[v] + degree[v];
  const neighbours = new Int32Array(pointer[nodeCount]);
  const next = pointer.slice(0, nodeCount);
  for (let e = 0; e < edgeCount; e++) {
    if (source[e] === target[e]) continue;
    neighbours[next[source[e]]++] = target[e];
    neighbours[next[target[e]]++] = source[e];
  }

  // Nodes sorted by degree; where those of each degree begin.
  const largest = degree.reduce((most, d) => Math.max(most, d), 0);
  const begin = new Int32Array(largest + 2);
  for (const d of degree) begin[d + 1]++;
  for (let d = 0; d <= largest; d++) begin[d + 1] += begin[d];
  const order = new Int32Array(nodeCount);
  const place = new Int32Array(nodeCount);
  const free = begin.slice();
  for (let v = 0; v < nodeCount; v++) {
    place[v] = free[degree[v]]++;
    order[place[v]] = v;
  }

  // The least connected goes first and takes an edge from each that stays.
  for (let i = 0; i < nodeCount; i++) {
    const v = order[i];
    for (let k = pointer[v]; k < pointer[v + 1]; k++) {
      const u = neighbours[k];
      if (degree[u] <= degree[v]) continue;
      // u changes places with the first of its degree, which then belongs to the degree below.
      const first = Math.max(begin[degree[u]], i + 1);
      const w = order[first];
      [order[first], order[place[u]]] = [u, w];
      [place[w], place[u]] = [place[u], first];
      begin[degree[u]] = first + 1;
      degree[u]--;
    }
  }
  return degree;
}

/**
 * The k-core of the least k that has at most `count` nodes: the best connected part. Where even the innermost core is larger,
 * that core.
 *
 * @returns ascending node indices, and k.
 */
export function kCore(graph: Graph, count: number): { nodes: Int32Array; k: number } {
  const cores = coreNumbers(graph);
  const largest = cores.reduce((most, core) => Math.max(most, core), 0);
  const nodesWith = new Int32Array(largest + 2);
  for (const core of cores) nodesWith[core]++;
  for (let k = largest; k >= 0; k--) nodesWith[k] += nodesWith[k + 1];
  let k = 0;
  while (k < largest && nodesWith[k] > count) k++;
  const nodes: number[] = [];
  for (let v = 0; v < graph.nodeCount; v++) if (cores[v] >= k) nodes.push(v);
  return { nodes: Int32Array.from(nodes), k };
}
