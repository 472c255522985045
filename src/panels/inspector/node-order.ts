import { degreesOf } from '../../graph/degree';
import { type Graph, nodeName } from '../../graph/graph';

export type NodeOrder = 'name' | 'class' | 'degree';

/** Numbers inside names count as numbers: 9 comes before 10. */
const names = new Intl.Collator('en', { numeric: true });

/** The nodes by name or by class, ascending, unlabelled last, or by their edges, most first; equal ones as they were loaded. */
export function orderedNodes(graph: Graph, by: NodeOrder): number[] {
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node);
  switch (by) {
    case 'name':
      return nodes.sort((a, b) => names.compare(nodeName(graph, a), nodeName(graph, b)));
    case 'class': {
      const rank = (node: number) => {
        const label = graph.labels?.[node] ?? -1;
        return label < 0 ? Number.POSITIVE_INFINITY : label;
      };
      return nodes.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
    }
    case 'degree': {
      const degrees = degreesOf(graph);
      return nodes.sort((a, b) => degrees[b] - degrees[a]);
    }
  }
}
