import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Trace, Weights } from '../engine/protocol';
import type { Graph } from '../graph/graph';
import type { Recipe } from '../recipe/recipe';

/** Workers that answer at once: the first is the page's, any other computes lanes. */
const workers = vi.hoisted(() => ({
  made: [] as { runs: Recipe[]; given: Weights[]; disposed: boolean }[],
  /** What a run fails with; null for none. */
  failure: null as string | null,
}));

vi.mock('../engine/client', () => ({
  createEngine: () => {
    const worker = { runs: [] as Recipe[], given: [] as Weights[], disposed: false };
    workers.made.push(worker);
    let graph: Graph;
    return {
      start: async () => ({ name: 'cpu', adapter: 'a test', software: true, reason: 'a test' }),
      onBackendLost: async () => {},
      setGraph: async (next: Graph) => {
        graph = next;
      },
      setEdits: async () => {},
      explain: async () => null,
      weights: async () => ({ w: { shape: [1], data: Float32Array.of(worker.runs.length) } }),
      setWeights: async (_: Recipe, weights: Weights) => void worker.given.push(weights),
      run: async (recipe: Recipe) => {
        worker.runs.push(recipe);
        if (workers.failure !== null) throw new Error(workers.failure);
        return { hops: recipe.hops, nodeCount: graph.nodeCount, predictions: null } as Trace;
      },
      dispose: () => {
        worker.disposed = true;
      },
    };
  },
}));
vi.mock('../layout/client', () => ({
  iterationsFor: () => 10,
  seededStart: (n: number) => new Float32Array(2 * n),
  startLayout: () => ({ finished: new Promise(() => {}), stop: () => {} }),
}));

const { showSession } = await import('./transition');
const { actions } = await import('./actions');
const { followLanes } = await import('./comparing');
const { currentSession } = await import('./current-session');
const { forgetHistory } = await import('./history');
const { keptWeights, nameOfKept } = await import('./kept-weights');
const { addLane, bringToFront, removeLane, removeLanes } = await import('./lanes');
const { OPENING } = await import('./opening');
const { DEFAULT_VIEW } = await import('./session');
const { openSessionFile, sessionFile } = await import('./session-file');
const { useStore } = await import('./store');

const stop = followLanes();
afterAll(stop);

const opening = { version: 1 as const, lanes: [OPENING] as [typeof OPENING], hop: 3, focus: null, view: DEFAULT_VIEW };
const state = useStore.getState;
const deep = { ...OPENING, recipe: { ...OPENING.recipe, hops: 20 } };

/** Until every lane has its trace, or why it has none. */
const settled = () =>
  vi.waitUntil(() => state().companions.every(({ trace, failure }) => trace !== null || failure !== null), 30_000);

beforeEach(async () => {
  workers.failure = null;
  await showSession(opening, { undo: false });
  forgetHistory();
});

describe('a lane', () => {
  test('keeps what is on screen, trace and all, and stays as it is when that changes', async () => {
    const { trace } = state();
    await addLane();
    expect(state()).toMatchObject({ sidePanel: 'comparison', companions: [{ ...OPENING, trace }] });
    await actions.changeRecipe({ hops: 20 });
    await actions.loadCatalogue('karate');
    expect(currentSession().lanes).toMatchObject([
      { dataset: { id: 'karate' }, recipe: { hops: 20 } },
      { dataset: { id: 'circles' }, recipe: { hops: 16 } },
    ]);
    expect(state().companions[0].trace).toBe(trace);
  });

  test('is added and removed as one change each, which undo takes back', async () => {
    await addLane();
    await addLane();
    removeLane(0);
    expect(state().companions).toHaveLength(1);
    await actions.undo();
    expect(state().companions).toHaveLength(2);
    await actions.undo();
    await actions.undo();
    expect(state()).toMatchObject({ companions: [], canUndo: false });
    await actions.redo();
    expect(state().companions).toHaveLength(1);
    removeLanes();
    expect(state().companions).toEqual([]);
  });

  test('of four there are no more', async () => {
    for (let i = 0; i < 3; i++) await addLane();
    await expect(addLane()).rejects.toThrow('There are 4 lanes, the most there can be: remove one first.');
    expect(() => removeLane(3)).toThrow('There is no lane 5; there are 4.');
  });

  test('that a session brings is computed in a worker of its own, after what is on screen, and the panel opens', async () => {
    const before = workers.made[0].runs.length;
    await showSession({ ...opening, lanes: [OPENING, deep] });
    await settled();
    expect(state()).toMatchObject({
      sidePanel: 'comparison',
      companions: [{ trace: { hops: 20, nodeCount: 72 }, progress: null }],
    });
    expect(workers.made[0].runs).toHaveLength(before);
    const second = workers.made.at(-1);
    expect(second?.runs.map(({ hops }) => hops)).toEqual([20]);
    removeLanes();
    await vi.waitUntil(() => second?.disposed, 30_000);
  });

  test('that cannot be computed says why, and the others are', async () => {
    workers.failure = 'out of memory';
    await showSession({ ...opening, lanes: [OPENING, deep] });
    await settled();
    workers.failure = null;
    await addLane();
    expect(state().companions).toMatchObject([{ trace: null, failure: 'out of memory' }, { trace: { hops: 16 } }]);
  });

  test('with a wrong recipe is refused by its place, and nothing has changed', async () => {
    const before = state();
    const wrong = { ...OPENING, recipe: { ...OPENING.recipe, conv: 'gcm' as 'gcn' } };
    await expect(showSession({ ...opening, lanes: [OPENING, deep, wrong] })).rejects.toThrow(
      'session.lanes[2].recipe: conv is "gcm", but it can be',
    );
    expect(state()).toEqual(before);
  });
});

describe('a lane put on screen', () => {
  test('changes places with what was there, whichever graph it is of', async () => {
    actions.setFocus(4);
    await addLane();
    await actions.loadCatalogue('karate');
    const { trace } = state();
    await bringToFront(0);
    expect(state()).toMatchObject({ dataset: { id: 'circles' }, summary: { nodes: 72 }, trace: { nodeCount: 72 } });
    expect(state().companions).toMatchObject([{ dataset: { id: 'karate' }, trace }]);
    await actions.undo();
    expect(state()).toMatchObject({ dataset: { id: 'karate' }, companions: [{ dataset: { id: 'circles' } }] });
  });

  test('takes its learned weights along, which another network’s would overwrite', async () => {
    await actions.changeRecipe({ weights: { kind: 'trained' } });
    const learned = { w: { shape: [1], data: Float32Array.of(workers.made[0].runs.length) } };
    await addLane();
    await actions.changeRecipe({ weights: { kind: 'random', seed: 3, gain: 1 } });
    expect(state().companions[0].recipe.weights).toEqual({ kind: 'file', name: 'trained 1' });
    await bringToFront(0);
    expect(workers.made[0].given.at(-1)).toEqual(learned);
    expect(state().recipe.weights).toEqual({ kind: 'file', name: 'trained 1' });
    expect(state().companions[0].recipe.weights).toEqual({ kind: 'random', seed: 3, gain: 1 });
  });

  test('goes with its weights into a session file, and comes back from it', async () => {
    await actions.changeRecipe({ weights: { kind: 'trained' } });
    await addLane();
    await actions.changeRecipe({ weights: { kind: 'random', seed: 3, gain: 1 } });
    const [{ recipe }] = state().companions;
    const name = nameOfKept(recipe) ?? '';
    const file = new File([await sessionFile()], 'lanes.hopscope.json');
    removeLanes();
    await openSessionFile(file);
    await settled();
    const [{ trace, recipe: again }] = state().companions;
    expect(trace).toMatchObject({ hops: 16 });
    expect(nameOfKept(again)).not.toBe(name);
    expect(workers.made.at(-1)?.given).toEqual([keptWeights(name)]);
    const broken = JSON.stringify({ ...JSON.parse(await file.text()), kept: { [name]: 3 } });
    await expect(openSessionFile(new File([broken], 'bad.json'))).rejects.toThrow(
      'bad.json: "kept" should be safetensors',
    );
  });

  test('whose weights are gone says so and leaves the screen as it was', async () => {
    const gone = { ...OPENING, recipe: { ...OPENING.recipe, weights: { kind: 'file' as const, name: 'trained 99' } } };
    await showSession({ ...opening, lanes: [OPENING, gone] });
    await settled();
    expect(state().companions[0].failure).toContain('The weights “trained 99” are no longer here');
    await expect(bringToFront(0)).rejects.toThrow('no longer here');
    expect(currentSession().lanes).toEqual([OPENING, gone]);
  });
});
