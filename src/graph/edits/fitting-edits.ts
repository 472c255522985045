import type { Graph } from '../graph';
import { GraphError } from '../graph-error';
import { applyEdits } from './apply-edits';
import type { Edit } from './edit';

/** Of edits made to another graph those that can be made to this one, in turn, and those that cannot. */
export function fittingEdits(graph: Graph, edits: readonly Edit[]): { fitting: Edit[]; left: Edit[] } {
  const [fitting, left]: [Edit[], Edit[]] = [[], []];
  let edited = graph;
  for (const edit of edits) {
    try {
      edited = applyEdits(edited, [edit]);
      fitting.push(edit);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      left.push(edit);
    }
  }
  return { fitting, left };
}
