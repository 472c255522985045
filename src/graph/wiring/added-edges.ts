import type { DenseMatrix, Graph } from '../graph';

/** The relation of edges that the graph itself does not have, where its edges have relations. */
export const ADDED = 'added';

/** Edges that the graph itself does not have. */
export interface AddedEdges {
  source: ArrayLike<number>;
  target: ArrayLike<number>;
  /** 1 each without it. */
  weight?: ArrayLike<number>;
}

/**
 * The graph with some of its edges and others that it does not have: these weigh 1 where the others have weights, are of a
 * relation of their own where the others have relations, and have zeros where the others have features.
 *
 * @param kept the edges that stay, by their numbers; null for all.
 */
export function withAddedEdges(graph: Graph, kept: ArrayLike<number> | null, added: AddedEdges): Graph {
  const stay = kept ? Int32Array.from(kept) : Int32Array.from({ length: graph.edgeCount }, (_, e) => e);
  const edgeCount = stay.length + added.source.length;
  const { weight, relation, edgeFeatures } = graph;
  const weighted = weight !== null || added.weight !== undefined;
  const relations = relation && !graph.relations.includes(ADDED) ? [...graph.relations, ADDED] : graph.relations;
  const joined = (own: Int32Array, more: ArrayLike<number>) => {
    const all = new Int32Array(edgeCount);
    all.set(stay.map((e) => own[e]));
    all.set(more, stay.length);
    return all;
  };
  return {
    ...graph,
    edgeCount,
    source: joined(graph.source, added.source),
    target: joined(graph.target, added.target),
    weight: weighted ? weights(weight, stay, added, edgeCount) : null,
    relation:
      relation &&
      new Int32Array(edgeCount)
        .fill(relations.indexOf(ADDED))
        .map((of, e) => (e < stay.length ? relation[stay[e]] : of)),
    relations,
    edgeFeatures: edgeFeatures && rowsThenZeros(edgeFeatures, stay, edgeCount),
    edgeAttributes: {},
  };
}

function weights(own: Float32Array | null, stay: Int32Array, added: AddedEdges, edgeCount: number): Float32Array {
  const all = new Float32Array(edgeCount).fill(1);
  if (own) for (let i = 0; i < stay.length; i++) all[i] = own[stay[i]];
  if (added.weight) all.set(added.weight, stay.length);
  return all;
}

function rowsThenZeros({ columns, data }: DenseMatrix, rows: Int32Array, count: number): DenseMatrix {
  const all = new Float32Array(count * columns);
  rows.forEach((row, i) => {
    all.set(data.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return { kind: 'dense', rows: count, columns, data: all };
}
