import { adjacencyOf } from '../../../graph/adjacency';
import type { Edit } from '../../../graph/edits/edit';
import type { Graph } from '../../../graph/graph';
import { indexOfNode } from '../../../graph/node-index';
import { actions } from '../../../store/actions';
import { attempt } from '../../../store/attempt';

/** Makes edits as a person asks for them; what cannot be made is told, with its reason, and leaves all as it was. */
export function makeEdits(...edits: Edit[]): void {
  void attempt('The graph stays as it was', () => actions.edit(edits));
}

/** "new 1", or the first such name that is free. */
export function freeName(graph: Graph): string {
  let number = 1;
  while (indexOfNode(graph, `new ${number}`) !== undefined) number++;
  return `new ${number}`;
}

/** An edge of a node, and how a person finds it. */
export interface EdgeOf {
  /** By its number in the graph. */
  edge: number;
  from: string;
  to: string;
  other: number;
  relation?: string;
}

/** All edges at a node, in the order they were given; the loops among them too. */
export function edgesAt(graph: Graph, node: number): EdgeOf[] {
  const { source, target, ids, relation, relations } = graph;
  const { pointer, edge: edgeOf, outPointer, outArc } = adjacencyOf(graph);
  const heard = edgeOf.subarray(pointer[node], pointer[node + 1]);
  const sent = outArc.subarray(outPointer[node], outPointer[node + 1]).map((arc) => edgeOf[arc]);
  const edges = Int32Array.from(new Set([...heard, ...sent])).sort();
  return Array.from(edges, (edge) => ({
    ...{ edge, from: ids[source[edge]], to: ids[target[edge]] },
    other: source[edge] === node ? target[edge] : source[edge],
    ...(relation && { relation: relations[relation[edge]] }),
  }));
}

/** Whether a message from one node to another came along an edge between them, which could be taken away. */
export function isEdge(graph: Graph, from: number, to: number): boolean {
  const { pointer, source } = adjacencyOf(graph);
  return source.subarray(pointer[to], pointer[to + 1]).includes(from);
}
