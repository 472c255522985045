import type { Column, Graph, Split } from './graph';
import { GraphError } from './graph-error';
import { stackRows } from './matrix-rows';

/**
 * Several graphs as one without edges between them, in order; `graphId` tells whose each node is. Ids get their graph's
 * number in front ("2/a"). Classes, relations and node types are united by name; attributes a graph lacks are null there.
 * Coordinates and splits are kept if all graphs have them.
 *
 * Throws where graphs cannot stand side by side: directed beside undirected; features, edge features, labels, relations or
 * node types in some only; features of different width; a graph that is a union already.
 */
export function disjointUnion(graphs: Graph[]): Graph {
  checkAlike(graphs);
  const [first] = graphs;
  const offsets = [0];
  for (const [g, graph] of graphs.entries()) offsets.push(offsets[g] + graph.nodeCount);
  const shifted = (list: (graph: Graph) => Int32Array) =>
    joinInt32(graphs.map((graph, g) => list(graph).map((node) => node + offsets[g])));

  // A graph without edges has neither relations nor edge features to disagree about.
  const withEdges = graphs.filter((graph) => graph.edgeCount > 0);
  const features = ofAll(graphs, 'features', (graph) => graph.features);
  const edgeFeatures = ofAll(withEdges, 'edge features', (graph) => graph.edgeFeatures);
  const positions = graphs.flatMap((graph) => graph.positions ?? []);
  const labels = uniteKinds(graphs, 'labels', (graph) => graph.labels && { index: graph.labels, names: graph.classes });
  const types = uniteKinds(
    graphs,
    'types',
    (graph) => graph.nodeType && { index: graph.nodeType, names: graph.nodeTypes },
  );
  const relations = uniteKinds(
    withEdges,
    'relations',
    (graph) => graph.relation && { index: graph.relation, names: graph.relations },
  );

  return {
    name: graphs.length === 1 ? first.name : `${graphs.length} graphs`,
    directed: first.directed,
    nodeCount: offsets[graphs.length],
    edgeCount: graphs.reduce((sum, graph) => sum + graph.edgeCount, 0),
    ids: graphs.flatMap((graph, g) => graph.ids.map((id) => idPrefix(g) + id)),
    source: shifted((graph) => graph.source),
    target: shifted((graph) => graph.target),
    weight: graphs.some((graph) => graph.weight)
      ? joinFloat32(graphs.map((graph) => graph.weight ?? new Float32Array(graph.edgeCount).fill(1)))
      : null,
    relation: relations?.index ?? null,
    relations: relations?.names ?? [],
    nodeType: types?.index ?? null,
    nodeTypes: types?.names ?? [],
    features: features && stackRows(features, 'features'),
    featureNames: first.featureNames,
    edgeFeatures: edgeFeatures && stackRows(edgeFeatures, 'edge features'),
    labels: labels?.index ?? null,
    classes: labels?.names ?? [],
    split: uniteSplits(graphs, offsets),
    graphId: joinInt32(graphs.map((graph, g) => new Int32Array(graph.nodeCount).fill(g))),
    graphCount: graphs.length,
    positions: positions.length === graphs.length ? joinFloat32(positions) : null,
    attributes: uniteColumns(graphs.map(({ attributes, nodeCount }) => ({ columns: attributes, rows: nodeCount }))),
    edgeAttributes: uniteColumns(
      graphs.map(({ edgeAttributes, edgeCount }) => ({ columns: edgeAttributes, rows: edgeCount })),
    ),
  };
}

/** What the ids of a union's graph `g` begin with. */
export function idPrefix(g: number): string {
  return `${g}/`;
}

function checkAlike(graphs: Graph[]): void {
  if (graphs.length === 0) throw new GraphError('there are no graphs to unite; give at least one');
  for (const [g, graph] of graphs.entries()) {
    if (graph.graphId) throw new GraphError(`graph ${g} (${graph.name}) is a union already; take it apart first`);
    if (graph.directed !== graphs[0].directed) {
      const [here, there] = graph.directed ? ['directed', 'undirected'] : ['undirected', 'directed'];
      throw new GraphError(`graph ${g} (${graph.name}) is ${here} and graph 0 is ${there}; make them alike`);
    }
  }
}

/** What every graph has, or null when none has it. */
function ofAll<T>(graphs: Graph[], what: string, get: (graph: Graph) => T | null): T[] | null {
  const found = graphs.flatMap((graph) => get(graph) ?? []) as T[];
  if (found.length === 0) return null;
  const without = graphs.findIndex((graph) => get(graph) === null);
  if (without < 0) return found;
  throw new GraphError(
    `graph ${without} (${graphs[without].name}) has no ${what} while others have; give them to all or to none`,
  );
}

interface Kinds {
  index: Int32Array;
  names: string[];
}

/** Names in order of first appearance; −1 stays −1. */
function uniteKinds(graphs: Graph[], what: string, get: (graph: Graph) => Kinds | null): Kinds | null {
  const kinds = ofAll(graphs, what, get);
  if (!kinds) return null;
  const names = [...new Set(kinds.flatMap((kind) => kind.names))];
  const position = new Map(names.map((name, k) => [name, k]));
  const index = kinds.map((kind) => {
    const moved = kind.names.map((name) => position.get(name) ?? -1);
    return kind.index.map((k) => (k < 0 ? -1 : moved[k]));
  });
  return { index: joinInt32(index), names };
}

function uniteSplits(graphs: Graph[], offsets: number[]): Split | null {
  if (graphs.some((graph) => !graph.split)) return null;
  const part = (name: keyof Split) =>
    Int32Array.from(graphs.flatMap(({ split }, g) => Array.from(split?.[name] ?? [], (node) => node + offsets[g])));
  return { train: part('train'), validation: part('validation'), test: part('test') };
}

function uniteColumns(parts: { columns: Record<string, Column>; rows: number }[]): Record<string, Column> {
  const names = [...new Set(parts.flatMap(({ columns }) => Object.keys(columns)))];
  const column = (name: string): Column =>
    parts.flatMap(({ columns, rows }) =>
      Object.hasOwn(columns, name) ? columns[name] : new Array<null>(rows).fill(null),
    );
  return Object.fromEntries(names.map((name) => [name, column(name)]));
}

function joinInt32(parts: Int32Array[]): Int32Array {
  const joined = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    joined.set(part, filled);
    filled += part.length;
  }
  return joined;
}

function joinFloat32(parts: Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    joined.set(part, filled);
    filled += part.length;
  }
  return joined;
}
