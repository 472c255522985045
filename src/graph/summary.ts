import { componentsOf } from './components';
import type { Graph } from './graph';
import { edgeHomophily } from './homophily';

/** What a graph is, in figures: stated on screen and by `hopscope.graph()`. */
export interface GraphSummary {
  name: string;
  nodes: number;
  /** Edges as given; an undirected edge counts once. */
  edges: number;
  directed: boolean;
  weighted: boolean;
  /** Edges over the most there could be without self-loops or duplicates. */
  density: number;
  /** Weakly connected components. */
  components: number;
  /** Nodes without any edge. */
  isolated: number;
  selfLoops: number;
  /** Edges beyond the first between the same pair (and relation). */
  duplicates: number;
  /** Messages a node hears in one hop, on average: an undirected edge gives one to each end, a self-loop one. */
  meanDegree: number;
  /** Columns of the given features; 0 without. */
  features: number;
  /** Number of classes; 0 without labels. */
  classes: number;
  /** Number of named relations; 0 when untyped. */
  relations: number;
  /** Graphs in a disjoint union. */
  graphs: number;
  /** Share of edges between labelled nodes of one class, self-loops left out; null where no edge has two labelled ends. */
  homophily: number | null;
}

export function summarise(graph: Graph): GraphSummary {
  const { nodeCount, edgeCount, directed } = graph;
  const touched = new Uint8Array(nodeCount);
  let selfLoops = 0;
  for (let e = 0; e < edgeCount; e++) {
    touched[graph.source[e]] = 1;
    touched[graph.target[e]] = 1;
    if (graph.source[e] === graph.target[e]) selfLoops++;
  }
  const pairs = (nodeCount * (nodeCount - 1)) / (directed ? 1 : 2);
  const arcs = directed ? edgeCount : 2 * edgeCount - selfLoops;
  return {
    name: graph.name,
    nodes: nodeCount,
    edges: edgeCount,
    directed,
    weighted: graph.weight !== null,
    density: pairs === 0 ? 0 : edgeCount / pairs,
    components: componentsOf(graph).count,
    isolated: touched.reduce((count, seen) => count + 1 - seen, 0),
    selfLoops,
    duplicates: countDuplicates(graph),
    meanDegree: nodeCount === 0 ? 0 : arcs / nodeCount,
    features: graph.features?.columns ?? 0,
    classes: graph.labels ? graph.classes.length : 0,
    relations: graph.relation ? graph.relations.length : 0,
    graphs: graph.graphCount,
    homophily: edgeHomophily(graph),
  };
}

/** Sorts one number an edge, its pair and relation; a million nodes squared times a thousand relations stays below 2^53. */
function countDuplicates(graph: Graph): number {
  const relations = Math.max(1, graph.relations.length);
  const keys = new Float64Array(graph.edgeCount);
  for (let e = 0; e < graph.edgeCount; e++) {
    let a = graph.source[e];
    let b = graph.target[e];
    if (!graph.directed && a > b) [a, b] = [b, a];
    keys[e] = (a * graph.nodeCount + b) * relations + (graph.relation ? graph.relation[e] : 0);
  }
  keys.sort();
  let duplicates = 0;
  for (let i = 1; i < keys.length; i++) if (keys[i] === keys[i - 1]) duplicates++;
  return duplicates;
}
