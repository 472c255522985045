import { adjacencyOf } from '../adjacency';
import type { Graph } from '../graph';
import { withAddedEdges } from './added-edges';
import { refuse } from './neighbour-sets';

/** The most arcs, loops included, times nodes. */
const MOST_WORK = 2 ** 26;
/** Up to so many P is exact to eight figures, beyond to four. */
const EXACT_WORK = 2 ** 20;

/**
 * Graph diffusion by personalised PageRank: Gasteiger, Weißenberger & Günnemann, "Diffusion Improves Graph Learning", NeurIPS
 * 2019, arXiv 1911.05485, as PyTorch Geometric's transform `GDC` has it. In place of its neighbours every node hears the k nodes
 * (itself among them) that are strongest in
 *
 *   P = α Σ_i (1 − α)^i T^i,   T = D̃^-½ (A + I) D̃^-½,
 *
 * by weights that sum to 1 a node. P is computed a column at a time by pushing what is not yet distributed (Andersen, Chung &
 * Lang 2006). The result is directed and has weights; layers that use no weights hear the k nodes alike.
 *
 * O(N E) at most. Throws on a graph too large or with a weight below 0.
 */
export function diffused(graph: Graph, alpha: number, k: number): Graph {
  const { nodeCount } = graph;
  refuse(whyNotDiffused(graph));
  const column = pushes(graph, alpha, workOf(graph) <= EXACT_WORK ? 1e-9 : 1e-4);
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  for (let v = 0; v < nodeCount; v++) {
    const { nodes, strength } = column(v);
    const strongest = nodes.sort((a, b) => strength[b] - strength[a] || a - b).slice(0, k);
    const total = strongest.reduce((sum, u) => sum + strength[u], 0);
    for (const u of strongest) {
      source.push(u);
      target.push(v);
      weight.push(strength[u] / total);
    }
  }
  return withAddedEdges({ ...graph, directed: true }, [], { source, target, weight });
}

export function whyNotDiffused(graph: Graph): string | null {
  // With weights below 0 the sum need not come to an end.
  const below = graph.weight?.findIndex((weight) => weight < 0) ?? -1;
  if (below >= 0) {
    const [from, to] = [graph.source[below], graph.target[below]].map((node) => graph.ids[node]);
    const instead = graph.directed ? 'Leave the rewiring out' : 'Take random flips (flip)';
    return `Diffusion is for weights of 0 and more, and the edge from ${from} to ${to} has ${graph.weight?.[below]}. ${instead}.`;
  }
  if (workOf(graph) <= MOST_WORK) return null;
  return (
    `Diffusion on ${graph.nodeCount.toLocaleString('en')} nodes and ${graph.edgeCount.toLocaleString('en')} edges would take too ` +
    'long. Take a part of the graph, or FoSR (fosr).'
  );
}

function workOf(graph: Graph): number {
  return (adjacencyOf(graph).arcCount + graph.nodeCount) * graph.nodeCount;
}

/** A column of P: the nodes that are heard at all, and how strongly. */
interface Column {
  nodes: number[];
  /** By node, as long as no other column is asked for. */
  strength: Float64Array;
}

/** Gives column v of P by pushing: what waits at a node is in part settled there, in part passed on to whom it hears. */
function pushes(graph: Graph, alpha: number, precision: number): (v: number) => Column {
  const { nodeCount } = graph;
  const { pointer, source, edge } = adjacencyOf(graph);
  const weight = Float64Array.from(edge, (e) => graph.weight?.[e] ?? 1);
  const root = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    let degree = 1;
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) degree += weight[arc];
    root[v] = degree > 0 ? Math.sqrt(degree) : 0;
  }
  const strength = new Float64Array(nodeCount);
  const waiting = new Float64Array(nodeCount);
  const queued = new Uint8Array(nodeCount);
  return (v) => {
    const nodes: number[] = [];
    const queue: number[] = [];
    const give = (u: number, amount: number) => {
      waiting[u] += amount;
      if (queued[u] || Math.abs(waiting[u]) <= precision * root[u] * root[v]) return;
      queued[u] = 1;
      queue.push(u);
    };
    strength.fill(0);
    waiting.fill(0);
    give(v, 1);
    for (let head = 0; head < queue.length; head++) {
      const w = queue[head];
      const here = waiting[w];
      if (strength[w] === 0) nodes.push(w);
      queued[w] = 0;
      waiting[w] = 0;
      strength[w] += alpha * here;
      if (root[w] === 0) continue;
      const passed = ((1 - alpha) * here) / root[w];
      give(w, passed / root[w]);
      for (let arc = pointer[w]; arc < pointer[w + 1]; arc++) {
        const u = source[arc];
        if (root[u] > 0) give(u, (passed * weight[arc]) / root[u]);
      }
    }
    return { nodes, strength };
  };
}
