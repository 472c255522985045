import type { Graph } from './graph';
import { GraphError } from './graph-error';
import { inducedSubgraph } from './samples/induced';
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
  const nodes: number[] = [];
  for (let v = 0; v < union.nodeCount; v++) if (graphId[v] === id) nodes.push(v);
  const part = inducedSubgraph(union, Int32Array.from(nodes));
  const { ids } = part;
  const prefixed = ids.every((name) => name.startsWith(idPrefix(id)) && name.length > idPrefix(id).length);
  return {
    ...part,
    name: union.graphCount === 1 ? union.name : `${union.name}, number ${id}`,
    ids: prefixed ? ids.map((name) => name.slice(idPrefix(id).length)) : ids,
    graphId: null,
    graphCount: 1,
  };
}
