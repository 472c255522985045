import type { Column, Graph } from './graph';
import { GraphError } from './graph-error';
import { selectRows } from './matrix-rows';
import { idPrefix } from './union';

/**
 * Graph `id` of a disjoint union by itself, nodes and edges in their order there. Classes, relations and node types stay
 * those of the union, so that an index means the same in every part; a prefix that `disjointUnion` put on the ids is removed.
 */
export function graphOf(union: Graph, id: number): Graph {
  if (!Number.isInteger(id) || id < 0 || id >= union.graphCount) {
    throw new GraphError(`there is no graph ${id} in ${union.name}; it holds graphs 0…${union.graphCount - 1}`);
  }
  const { graphId } = union;
  if (!graphId) return union;
  const nodes = indicesWhere(union.nodeCount, (v) => graphId[v] === id);
  const edges = indicesWhere(union.edgeCount, (e) => graphId[union.source[e]] === id);
  const here = new Int32Array(union.nodeCount).fill(-1);
  nodes.forEach((node, position) => {
    here[node] = position;
  });
  const ids = Array.from(nodes, (node) => union.ids[node]);
  const prefixed = ids.every((name) => name.startsWith(idPrefix(id)) && name.length > idPrefix(id).length);
  const weight = union.weight && Float32Array.from(edges, (e) => union.weight?.[e] ?? 1);
  const part = (list: Int32Array) => list.filter((node) => here[node] >= 0).map((node) => here[node]);

  return {
    ...union,
    name: union.graphCount === 1 ? union.name : `${union.name}, number ${id}`,
    nodeCount: nodes.length,
    edgeCount: edges.length,
    ids: prefixed ? ids.map((name) => name.slice(idPrefix(id).length)) : ids,
    source: edges.map((e) => here[union.source[e]]),
    target: edges.map((e) => here[union.target[e]]),
    weight: weight?.some((value) => value !== 1) ? weight : null,
    relation: pick(union.relation, edges),
    nodeType: pick(union.nodeType, nodes),
    features: union.features && selectRows(union.features, nodes),
    edgeFeatures: union.edgeFeatures && edges.length > 0 ? selectRows(union.edgeFeatures, edges) : null,
    labels: pick(union.labels, nodes),
    split: union.split && {
      train: part(union.split.train),
      validation: part(union.split.validation),
      test: part(union.split.test),
    },
    graphId: null,
    graphCount: 1,
    positions:
      union.positions &&
      Float32Array.from({ length: 2 * nodes.length }, (_, k) => union.positions?.[2 * nodes[k >> 1] + (k & 1)] ?? 0),
    attributes: pickColumns(union.attributes, nodes),
    edgeAttributes: pickColumns(union.edgeAttributes, edges),
  };
}

function indicesWhere(count: number, holds: (i: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let i = 0; i < count; i++) if (holds(i)) found.push(i);
  return Int32Array.from(found);
}

function pick(values: Int32Array | null, indices: Int32Array): Int32Array | null {
  return values && indices.map((i) => values[i]);
}

function pickColumns(columns: Record<string, Column>, rows: Int32Array): Record<string, Column> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, Array.from(rows, (row) => column[row])]),
  );
}
