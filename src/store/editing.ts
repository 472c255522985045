import type { Edit } from '../graph/edits/edit';
import { parseEdits } from '../graph/edits/parse-edits';
import { indexOfNode } from '../graph/node-index';
import { currentSession, withFront } from './current-session';
import { editedGraph, editsOf, originalOf } from './edited';
import { recipeFor, tellWithoutLearned } from './recipe-change';
import { useStore } from './store';
import { showSession } from './transition';

/** What if: edits to the graph on screen. All else of the session stays, and each is one step of undo. */

/** @throws {Error} when one cannot be made, saying why; nothing has changed then. */
export function edit(edits: readonly Edit[]): Promise<void> {
  const { graph } = useStore.getState();
  return showEdits([...(graph ? editsOf(graph) : []), ...edits]);
}

export function uneditLast(): Promise<void> {
  const { graph } = useStore.getState();
  return showEdits(graph ? editsOf(graph).slice(0, -1) : []);
}

/** Shows the graph on screen with these edits to its original, and no others. */
export async function showEdits(given: readonly Edit[]): Promise<void> {
  const now = currentSession();
  const { graph: before } = useStore.getState();
  if (!before) return;
  const edits = parseEdits(given, 'edits');
  const graph = editedGraph(originalOf(before), edits);
  const [lane] = now.lanes;
  const { edits: _, ...unedited } = lane.dataset;
  const recipe = recipeFor(graph, lane.recipe, before);
  await showSession(
    {
      ...withFront(now, { dataset: edits.length > 0 ? { ...unedited, edits } : unedited, recipe }),
      focus: now.focus !== null && indexOfNode(graph, now.focus) === undefined ? null : now.focus,
    },
    { graph },
  );
  tellWithoutLearned(lane.recipe, recipe, 'graph');
}
