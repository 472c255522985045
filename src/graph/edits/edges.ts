import type { Graph } from '../graph';
import { GraphError, grouped, quoted } from '../graph-error';
import { MAX_EDGES_COMPUTED } from '../limits';
import { stackRows } from '../matrix-rows';
import { withOnlyEdges } from '../samples/induced';

/**
 * Further edges, behind those there are. They weigh 1, their features are 0 and their attributes are not known.
 * @param relation of all of them; has to be said where edges have relations.
 */
export function addEdges(graph: Graph, ends: (readonly [from: number, to: number])[], relation?: string): Graph {
  const count = ends.length;
  if (count === 0) return graph;
  if (graph.edgeCount + count > MAX_EDGES_COMPUTED) {
    throw new GraphError(`this graph would have more than ${grouped(MAX_EDGES_COMPUTED)} edges; remove one first`);
  }
  const { graphId, edgeFeatures } = graph;
  for (const [from, to] of ends) {
    if (graphId && graphId[from] !== graphId[to]) {
      throw new GraphError(
        `${quoted(graph.ids[from])} and ${quoted(graph.ids[to])} are in different graphs of this set; take two of one`,
      );
    }
  }
  const type = relationCalled(graph, relation);
  const columns = edgeFeatures?.columns ?? 0;
  return {
    ...graph,
    edgeCount: graph.edgeCount + count,
    source: appended(
      graph.source,
      ends.map(([from]) => from),
    ),
    target: appended(
      graph.target,
      ends.map(([, to]) => to),
    ),
    weight: graph.weight && Float32Array.from({ length: graph.edgeCount + count }, (_, e) => graph.weight?.[e] ?? 1),
    relation:
      type === null
        ? graph.relation
        : appended(
            graph.relation ?? new Int32Array(),
            ends.map(() => type),
          ),
    edgeFeatures:
      edgeFeatures &&
      stackRows([edgeFeatures, { kind: 'dense', rows: count, columns, data: new Float32Array(count * columns) }], ''),
    edgeAttributes: Object.fromEntries(
      Object.entries(graph.edgeAttributes).map(([name, column]) => [name, [...column, ...ends.map(() => null)]]),
    ),
  };
}

/**
 * The edge between two nodes that was given last.
 * @param relation which of them; any without it.
 */
export function findEdge(graph: Graph, from: number, to: number, relation?: string): number {
  const type = relation === undefined ? null : relationCalled(graph, relation);
  const { source, target, directed } = graph;
  for (let e = graph.edgeCount - 1; e >= 0; e--) {
    const joins = (source[e] === from && target[e] === to) || (!directed && source[e] === to && target[e] === from);
    if (joins && (type === null || graph.relation?.[e] === type)) return e;
  }
  const what = relation === undefined ? 'edge' : `edge ${quoted(relation)}`;
  const ends = `${quoted(graph.ids[from])} ${directed ? 'to' : 'and'} ${quoted(graph.ids[to])}`;
  throw new GraphError(`there is no ${what} ${directed ? 'from' : 'between'} ${ends}; take one that is there`);
}

export function removeEdge(graph: Graph, edge: number): Graph {
  const kept = new Int32Array(graph.edgeCount - 1);
  for (let e = 0; e < kept.length; e++) kept[e] = e < edge ? e : e + 1;
  return withOnlyEdges(graph, kept);
}

/** @param stays the node at the end that does not move. */
export function rewireEdge(
  graph: Graph,
  edge: number,
  stays: number,
  { end, onto }: { end: 'from' | 'to'; onto: number },
): Graph {
  const { graphId } = graph;
  if (graphId && graphId[stays] !== graphId[onto]) {
    throw new GraphError(
      `${quoted(graph.ids[stays])} and ${quoted(graph.ids[onto])} are in different graphs of this set; take two of one`,
    );
  }
  // An undirected edge may have been named the other way round than it was given.
  const moves = graph.source[edge] === graph.target[edge] ? end : graph.source[edge] === stays ? 'to' : 'from';
  const side = moves === 'from' ? 'source' : 'target';
  const ends = graph[side].slice();
  ends[edge] = onto;
  return { ...graph, [side]: ends };
}

/** Index of a relation by its name; null where edges have none. */
function relationCalled({ relation, relations }: Graph, name: string | undefined): number | null {
  if (relations.length === 0 && relation === null) {
    if (name === undefined) return null;
    throw new GraphError(`edges of this graph have no relations; leave ${quoted(name)} out`);
  }
  const names = relations.slice(0, 8).map(quoted).join(', ');
  if (name === undefined) throw new GraphError(`edges of this graph have relations; say which: ${names}`);
  const found = relations.indexOf(name);
  if (found < 0) throw new GraphError(`there is no relation ${quoted(name)} in this graph; there are ${names}`);
  return found;
}

function appended(values: Int32Array, more: number[]): Int32Array {
  const joined = new Int32Array(values.length + more.length);
  joined.set(values);
  joined.set(more, values.length);
  return joined;
}
