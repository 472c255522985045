import type { Graph } from '../graph';
import { withAddedEdges } from './added-edges';
import { refuse } from './neighbour-sets';

/** The most messages that a fully-adjacent layer may carry: those of one graph of 2,896 nodes. */
export const MOST_PAIRS = 2 ** 23;

/**
 * Every node joined to every other of its own graph: the fully-adjacent layer of Alon & Yahav, "On the Bottleneck of Graph
 * Neural Networks and its Practical Implications", ICLR 2021, arXiv 2006.05205. The graph's own edges, their weights, relations
 * and features play no part in it. Whether a node hears itself is the layer's own affair.
 *
 * O(Σ n²) over the graphs of a union, n nodes each. Throws where that is more than `MOST_PAIRS`.
 */
export function fullyAdjacent(graph: Graph): Graph {
  refuse(whyNotFullyAdjacent(graph));
  const messages = fullMessages(graph);
  const edges = graph.directed ? messages : messages / 2;
  const [source, target] = [new Int32Array(edges), new Int32Array(edges)];
  let edge = 0;
  const join = (u: number, v: number) => {
    source[edge] = u;
    target[edge++] = v;
  };
  for (const nodes of membersOf(graph)) {
    for (let i = 0; i < nodes.length; i++) {
      for (let j = 0; j < i; j++) {
        join(nodes[j], nodes[i]);
        if (graph.directed) join(nodes[i], nodes[j]);
      }
    }
  }
  return { ...withAddedEdges(graph, [], { source, target }), weight: null };
}

function membersOf({ nodeCount, graphCount, graphId }: Graph): number[][] {
  const members = Array.from({ length: graphCount }, (): number[] => []);
  for (let v = 0; v < nodeCount; v++) members[graphId?.[v] ?? 0].push(v);
  return members;
}

/** How many messages it carries: from every node to every other of its graph. */
export function fullMessages(graph: Graph): number {
  return membersOf(graph).reduce((sum, nodes) => sum + nodes.length * (nodes.length - 1), 0);
}

export function whyNotFullyAdjacent(graph: Graph): string | null {
  const { nodeCount, graphCount } = graph;
  const messages = fullMessages(graph);
  if (messages <= MOST_PAIRS) return null;
  const figure = (count: number) => count.toLocaleString('en');
  const where = graphCount > 1 ? `the ${figure(graphCount)} graphs` : `the ${figure(nodeCount)} nodes`;
  const smaller =
    graphCount > 1
      ? `at most ${figure(Math.floor((graphCount * MOST_PAIRS) / messages))} graphs of this size`
      : `a graph of at most ${figure(Math.floor((1 + Math.sqrt(1 + 4 * MOST_PAIRS)) / 2))} nodes`;
  return (
    `A fully-adjacent last layer would carry ${figure(messages)} messages, between every two of ${where}, and the limit is ` +
    `${figure(MOST_PAIRS)}. Take ${smaller}, or a virtual node instead.`
  );
}
