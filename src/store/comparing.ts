import type { Engine } from '../engine/client';
import type { Graph } from '../graph/graph';
import { factsOf } from '../recipe/facts';
import { validateRecipe } from '../recipe/validate';
import { startInBackground } from './background-engine';
import { changeCompanion } from './companions';
import { openDataset, sameDataset } from './datasets';
import { messageOf } from './errors';
import { provideWeights } from './kept-weights';
import { takeRewired } from './rewired';
import type { DatasetRef, Lane } from './session';
import { useStore } from './store';

/**
 * The traces of the lanes that are compared: one after the other, in a worker of their own, and only while nothing is being
 * computed for what is on screen. The page keeps each trace; the worker, the last one's embeddings alone.
 */

let second: Promise<Engine> | null = null;
let graphThere: Graph | null = null;
let busy = false;

/** Keeps the lanes computed as they come and go. @returns how to stop. */
export function followLanes(): () => void {
  return useStore.subscribe(({ companions, run }, before) => {
    if (busy || (companions === before.companions && run === before.run)) return;
    if (companions.length === 0) void close();
    else void computeMissing();
  });
}

async function computeMissing(): Promise<void> {
  busy = true;
  try {
    for (let lane = nextLane(); lane; lane = nextLane()) await compute(lane);
  } finally {
    busy = false;
    if (useStore.getState().companions.length === 0) void close();
  }
}

/** The first lane without a trace, once there is one on screen. */
function nextLane(): Lane | undefined {
  const { companions, run, trace } = useStore.getState();
  if (run !== null || !trace) return undefined;
  return companions.find((each) => each.trace === null && each.failure === null);
}

async function compute({ dataset, recipe: asked }: Lane): Promise<void> {
  let lane: Lane = { dataset, recipe: asked };
  changeCompanion(lane, { progress: 0 });
  try {
    const graph = graphAtHand(dataset) ?? (await openDataset(dataset, NOBODY_WATCHES));
    const recipe = validateRecipe(asked, factsOf(graph));
    changeCompanion(lane, { graph, recipe });
    lane = { dataset, recipe };
    const there = await engineWith(graph);
    await provideWeights(there, recipe);
    const trace = await there.run(recipe, ({ fraction }) => {
      // Removed meanwhile: nobody waits for it.
      if (!changeCompanion(lane, { progress: fraction })) void there.cancel();
    });
    takeRewired(graph, recipe, trace);
    changeCompanion(lane, { trace, progress: null });
  } catch (error) {
    changeCompanion(lane, { progress: null, failure: messageOf(error) });
  }
}

const NOBODY_WATCHES = { signal: new AbortController().signal, onProgress() {} };

/** That graph, where it is on screen or another lane's. */
function graphAtHand(dataset: DatasetRef): Graph | null {
  const { companions, ...front } = useStore.getState();
  return [front, ...companions].find((each) => each.graph && sameDataset(each.dataset, dataset))?.graph ?? null;
}

async function engineWith(graph: Graph): Promise<Engine> {
  second ??= startInBackground();
  const there = await second;
  if (graphThere !== graph) await there.setGraph(graph);
  graphThere = graph;
  return there;
}

/** Gives back what the worker holds. */
async function close(): Promise<void> {
  const there = second;
  second = null;
  graphThere = null;
  (await there)?.dispose();
}
