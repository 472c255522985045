import { applyEdits } from '../graph/edits/apply-edits';
import type { Edit } from '../graph/edits/edit';
import type { Graph } from '../graph/graph';
import { sameJson } from './same-json';

/** Which graphs were made of which by edits. The original stays as it is and is what everything is compared with. */

interface Edited {
  original: Graph;
  edits: readonly Edit[];
}

const made = new WeakMap<Graph, Edited>();
/** What was made last of each original, so that the same edits give the same graph. */
const latest = new WeakMap<Graph, Graph>();

/** The graph with these edits, or itself without any. @throws {GraphError} as `applyEdits`. */
export function editedGraph(original: Graph, edits: readonly Edit[] = []): Graph {
  if (edits.length === 0) return original;
  const known = latest.get(original);
  if (known && sameJson(editsOf(known), edits)) return known;
  const graph = applyEdits(original, edits);
  made.set(graph, { original, edits });
  latest.set(original, graph);
  return graph;
}

/** What a graph was made of by edits; itself where there were none. */
export function originalOf(graph: Graph): Graph {
  return made.get(graph)?.original ?? graph;
}

/** The edits that made a graph of its original, in order. */
export function editsOf(graph: Graph): readonly Edit[] {
  return made.get(graph)?.edits ?? [];
}
