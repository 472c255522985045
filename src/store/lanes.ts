import { indexOfNode } from '../graph/node-index';
import { frontAsCompanion } from './companions';
import { currentSession, laneOf } from './current-session';
import { sameDataset } from './datasets';
import { engine } from './engine-link';
import { remember } from './history';
import { keepWeights, nameOfKept } from './kept-weights';
import { MOST_LANES } from './session';
import { showSidePanel } from './side-panels';
import type { Companion, State } from './state';
import { isLearned } from './stepping';
import { useStore } from './store';
import { showSession } from './transition';
import { viewElsewhere } from './view';

/** Lanes: what is on screen is the first of them, and the others are compared with it. */

/** Why no lane can be added now, as a sentence; null when one can. */
export function whyNoLane({ graph, companions, training }: Pick<State, 'graph' | 'companions' | 'training'>) {
  if (!graph) return 'The graph is still coming.';
  if (training.live) return 'A training is under way.';
  if (companions.length + 1 >= MOST_LANES)
    return `There are ${MOST_LANES} lanes, the most there can be: remove one first.`;
  return null;
}

/** Keeps what is on screen as a lane to compare with: what is changed next is changed on screen alone. */
export async function addLane(): Promise<void> {
  const reason = whyNoLane(useStore.getState());
  if (reason !== null) throw new Error(reason);
  const added = await keptFront();
  remember(currentSession(), 'lanes');
  useStore.setState({ companions: [...useStore.getState().companions, added] });
  showSidePanel('comparison');
}

/** Shows the lanes; begins a comparison where there is none yet. */
export async function openComparison(): Promise<void> {
  const { companions } = useStore.getState();
  if (companions.length === 0 && whyNoLane(useStore.getState()) === null) await addLane();
  else showSidePanel('comparison');
}

/**
 * Puts a lane on screen, where every control is about it; what was there takes its place.
 * @param place among the companions, from 0.
 * @throws {Error} as `showSession`.
 */
export async function bringToFront(place: number): Promise<void> {
  const { companions, training } = useStore.getState();
  if (training.live) throw new Error('A training is under way: let it end, or cancel it, first.');
  const chosen = companionAt(place);
  const others = companions.with(place, await keptFront());
  const now = currentSession();
  const elsewhere = !sameDataset(chosen.dataset, now.lanes[0].dataset);
  const { graph } = chosen;
  const gone = now.focus !== null && elsewhere && (!graph || indexOfNode(graph, now.focus) === undefined);
  await showSession(
    {
      ...now,
      lanes: [laneOf(chosen), ...others.map(laneOf)],
      ...(elsewhere && { second: undefined, selection: undefined }),
      focus: gone ? null : now.focus,
      view: elsewhere ? viewElsewhere(now.view) : now.view,
    },
    { companions: others, ...(graph && { graph }) },
  );
}

/** @param place among the companions, from 0. */
export function removeLane(place: number): void {
  companionAt(place);
  remember(currentSession(), 'lanes');
  useStore.setState({ companions: useStore.getState().companions.toSpliced(place, 1) });
}

/** Keeps what is on screen alone. */
export function removeLanes(): void {
  if (useStore.getState().companions.length === 0) return;
  remember(currentSession(), 'lanes');
  useStore.setState({ companions: [] });
}

function companionAt(place: number): Companion {
  const { companions } = useStore.getState();
  const companion = companions[place];
  if (!companion) throw new Error(`There is no lane ${place + 2}; there are ${companions.length + 1}.`);
  return companion;
}

/** What is on screen as a companion; learned weights, which the engine would lose, are kept with it. */
async function keptFront(): Promise<Companion> {
  const front = frontAsCompanion(useStore.getState());
  const { recipe } = front;
  if (!front.trace || !isLearned(recipe) || nameOfKept(recipe) !== null) return front;
  return { ...front, recipe: { ...recipe, weights: keepWeights(recipe.weights, await (await engine()).weights()) } };
}
