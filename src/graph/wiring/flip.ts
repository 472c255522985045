import type { Graph } from '../graph';
import { seededRandom } from '../random';
import { neighbourSets, refuse, whyDirected } from './neighbour-sets';

/** How often a flip is tried that turns out impossible, a flip asked for. */
const TRIES = 20;

/**
 * Random local edge flips: Banerjee, Karhadkar, Wang, Alon & Montúfar, "Oversquashing in GNNs through the lens of information
 * contraction and graph expansion", Allerton 2022, arXiv 2208.03471. A path i–u–v–j is drawn, and its outer edges change ends:
 * i–u and v–j become i–v and u–j. Every node keeps its degree and the graph its components, and it comes nearer to a random
 * one, which is an expander.
 *
 * An edge that moves keeps its weight, relation and features. Loops stay; of duplicates only one is moved.
 * @param share flips, as a share of the graph's edges; each moves two.
 * O(E). Throws on a directed graph.
 */
export function withFlippedEdges(graph: Graph, share: number, seed: number): Graph {
  refuse(whyNoFlips(graph));
  const random = seededRandom(seed);
  const neighbours = neighbourSets(graph);
  const [source, target] = [graph.source.slice(), graph.target.slice()];
  const edgeOf = new Map<string, number>();
  for (let e = 0; e < graph.edgeCount; e++) edgeOf.set(keyOf(source[e], target[e]), e);
  const move = (node: number, from: number, to: number) => {
    const edge = edgeOf.get(keyOf(node, from)) ?? -1;
    edgeOf.delete(keyOf(node, from));
    edgeOf.set(keyOf(node, to), edge);
    if (source[edge] === node) target[edge] = to;
    else source[edge] = to;
    neighbours[node].delete(from);
    neighbours[from].delete(node);
    neighbours[node].add(to);
    neighbours[to].add(node);
  };
  const wanted = Math.round(share * graph.edgeCount);
  for (let made = 0, tried = 0; made < wanted && tried < TRIES * wanted; tried++) {
    const hub = random.below(graph.edgeCount);
    const [u, v] = random.below(2) === 0 ? [source[hub], target[hub]] : [target[hub], source[hub]];
    if (u === v) continue;
    const [i, j] = [random.choice([...neighbours[u]]), random.choice([...neighbours[v]])];
    if (i === v || j === u || i === j || neighbours[i].has(v) || neighbours[j].has(u)) continue;
    move(i, u, v);
    move(j, v, u);
    made++;
  }
  return { ...graph, source, target };
}

export function whyNoFlips(graph: Graph): string | null {
  return whyDirected(graph, 'A random flip');
}

function keyOf(u: number, v: number): string {
  return u < v ? `${u} ${v}` : `${v} ${u}`;
}
