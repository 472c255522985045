import type { Graph } from '../graph';
import { GraphError, quoted } from '../graph-error';
import { indexOfNode } from '../node-index';
import { addEdges, findEdge, removeEdge, rewireEdge } from './edges';
import { type Edit, MAX_EDITS } from './edit';
import { setFeature } from './features';
import { addNode, removeNode } from './nodes';

/**
 * The graph with these edits made, one after the other; the graph given stays as it is. All that an edit does not speak of is
 * kept: directions, weights, relations, attributes, labels, split and coordinates. `origin` says which node was which.
 *
 * @throws {GraphError} naming the edit, what of it the graph has not, and what to do.
 */
export function applyEdits(graph: Graph, edits: readonly Edit[]): Graph {
  if (edits.length > MAX_EDITS) {
    throw new GraphError(`there are ${edits.length} edits, and a graph carries ${MAX_EDITS} at most`);
  }
  return edits.reduce((edited, edit, i) => {
    try {
      return apply(edited, edit);
    } catch (error) {
      if (!(error instanceof GraphError) || edits.length === 1) throw error;
      throw new GraphError(`edit ${i + 1} (${edit.do}): ${error.message}`);
    }
  }, graph);
}

function apply(graph: Graph, edit: Edit): Graph {
  const node = (id: string) => nodeCalled(graph, id);
  switch (edit.do) {
    case 'add-edge':
      return addEdges(graph, [[node(edit.from), node(edit.to)]], edit.relation);
    case 'remove-edge':
      return removeEdge(graph, findEdge(graph, node(edit.from), node(edit.to), edit.relation));
    case 'rewire': {
      const ends = [node(edit.from), node(edit.to)] as const;
      return rewireEdge(graph, findEdge(graph, ...ends, edit.relation), edit.end === 'from' ? ends[1] : ends[0], {
        end: edit.end,
        onto: node(edit.onto),
      });
    }
    case 'add-node': {
      if (indexOfNode(graph, edit.node) !== undefined) {
        throw new GraphError(`there is a node ${quoted(edit.node)} already; call the new one something else`);
      }
      return addNode(graph, edit.node, edit.to.map(node), edit.relation);
    }
    case 'remove-node':
      return removeNode(graph, node(edit.node));
    case 'set-feature':
      return setFeature(graph, node(edit.node), edit.column, edit.value);
  }
}

function nodeCalled(graph: Graph, id: string): number {
  const node = indexOfNode(graph, id);
  if (node !== undefined) return node;
  throw new GraphError(
    `there is no node ${quoted(id)} in ${graph.name}; its ${graph.nodeCount} nodes go by ids such as ${quoted(graph.ids[0])}`,
  );
}
