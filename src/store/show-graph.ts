import type { Graph } from '../graph/graph';
import { currentSession, withFront } from './current-session';
import { recipeFor, tellWithoutLearned } from './recipe-change';
import type { DatasetRef } from './session';
import { useStore } from './store';
import { showSession } from './transition';
import { viewElsewhere } from './view';

/** Puts another graph under the current recipe, from hop 0. @throws {Error} as `showSession`. */
export async function showGraph(dataset: DatasetRef, graph: Graph): Promise<void> {
  const now = currentSession();
  const before = now.lanes[0].recipe;
  const recipe = recipeFor(graph, before, useStore.getState().graph);
  await showSession(
    {
      ...withFront(now, { dataset, recipe }),
      hop: 0,
      focus: null,
      second: undefined,
      selection: undefined,
      view: viewElsewhere(now.view),
    },
    { graph },
  );
  tellWithoutLearned(before, recipe, 'graph');
}
