import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Trace } from '../engine/protocol';
import type { Graph } from '../graph/graph';
import type { Recipe } from '../recipe/recipe';
import { Superseded } from './errors';

/** A worker that answers when the test says so, instead of computing. */
const worker = vi.hoisted(() => ({
  runs: [] as { recipe: Recipe; graph: Graph; finish(): void; fail(message: string): void }[],
  graph: null as Graph | null,
}));

vi.mock('../engine/client', () => ({
  createEngine: () => ({
    start: async () => ({ name: 'cpu', adapter: 'a test', software: true, reason: 'a test' }),
    onBackendLost: async () => {},
    setGraph: async (graph: Graph) => {
      worker.graph = graph;
    },
    explain: async () => null,
    run: (recipe: Recipe) =>
      new Promise<Trace>((resolve, reject) => {
        const graph = worker.graph as Graph;
        worker.runs.push({
          recipe,
          graph,
          finish: () => resolve({ hops: recipe.hops, nodeCount: graph.nodeCount, widths: [] } as unknown as Trace),
          fail: (message) => reject(new Error(message)),
        });
      }),
  }),
}));
vi.mock('../layout/client', () => ({
  iterationsFor: () => 10,
  seededStart: (n: number) => new Float32Array(2 * n),
  startLayout: () => ({ finished: new Promise(() => {}), stop: () => {} }),
}));

const { showSession } = await import('./transition');
const { actions } = await import('./actions');
const { useStore } = await import('./store');
const { currentSession } = await import('./current-session');
const { OPENING } = await import('./opening');
const { DEFAULT_VIEW } = await import('./session');

/** As long as a busy machine needs: only a hang fails. */
const PATIENTLY = { timeout: 30_000 };

const nextRun = async () => {
  const known = worker.runs.length;
  await vi.waitUntil(() => worker.runs.length > known, PATIENTLY);
  return worker.runs[known];
};

/** Does something that runs once, and lets that run finish. */
async function computing(action: () => Promise<void>): Promise<void> {
  const run = nextRun();
  const done = action();
  (await run).finish();
  await done;
}

beforeAll(() =>
  computing(() =>
    showSession({ version: 1, lanes: [OPENING], hop: 3, focus: null, view: DEFAULT_VIEW }, { undo: false }),
  ),
);

afterEach(async () => {
  while (useStore.getState().canUndo) {
    const undone = actions.undo();
    let settled = false;
    void undone.finally(() => {
      settled = true;
    });
    const known = worker.runs.length;
    await vi.waitUntil(() => settled || worker.runs.length > known, PATIENTLY);
    worker.runs[known]?.finish();
    await undone;
  }
});

describe('a transition', () => {
  test('ends with the trace of its recipe', async () => {
    await computing(() => actions.changeRecipe({ hops: 5 }));
    expect(useStore.getState()).toMatchObject({ recipe: { hops: 5 }, trace: { hops: 5 }, hop: 3, run: null });
  });

  test('puts everything back when the run fails', async () => {
    const before = useStore.getState();
    const run = nextRun();
    const done = actions.loadCatalogue('karate');
    (await run).fail('out of memory');
    await expect(done).rejects.toThrow('out of memory');
    const { graph, recipe, trace, hop, dataset, summary, view, focus } = before;
    expect(useStore.getState()).toMatchObject({ graph, recipe, trace, hop, dataset, summary, view, focus, run: null });
  });

  test('changes nothing when the recipe is illegal', async () => {
    const before = useStore.getState();
    await expect(actions.changeRecipe({ hops: 1000 })).rejects.toThrow(/hops is 1000/);
    expect(useStore.getState()).toEqual(before);
  });

  test('changes nothing when there is no such graph', async () => {
    const before = useStore.getState();
    await expect(actions.loadCatalogue('atlantis')).rejects.toThrow(/atlantis/);
    const { loading: _, ...rest } = useStore.getState();
    expect(rest).toMatchObject({ graph: before.graph, trace: before.trace, dataset: before.dataset });
  });

  test('gives way to a newer one', async () => {
    const first = nextRun();
    const slow = actions.changeRecipe({ hops: 5 });
    const firstRun = await first;
    const second = nextRun();
    const quick = actions.changeRecipe({ hops: 6 });
    (await second).finish();
    firstRun.finish();
    await expect(slow).rejects.toThrow(Superseded);
    await quick;
    expect(useStore.getState()).toMatchObject({ recipe: { hops: 6 }, trace: { hops: 6 } });
  });

  test('can be undone while it is being computed, and leaves no trace in the history when it fails', async () => {
    const before = currentSession();
    const first = nextRun();
    const slow = actions.changeRecipe({ hops: 5 });
    const firstRun = await first;
    const second = nextRun();
    const undone = actions.undo();
    (await second).finish();
    firstRun.finish();
    await expect(slow).rejects.toThrow(Superseded);
    await undone;
    expect(currentSession()).toEqual(before);
    expect(useStore.getState()).toMatchObject({ canUndo: false, canRedo: true });

    const third = nextRun();
    const failing = actions.changeRecipe({ hops: 6 });
    (await third).fail('out of memory');
    await expect(failing).rejects.toThrow('out of memory');
    expect(useStore.getState()).toMatchObject({ canUndo: false, canRedo: true });
  });

  test('to another graph takes that graph’s default input, unless an input was chosen', async () => {
    await computing(() => actions.loadCatalogue('karate'));
    expect(useStore.getState().recipe.input).toMatchObject({ kind: 'random' });
    await computing(() => actions.loadCatalogue('circles'));
    expect(useStore.getState().recipe.input).toMatchObject({ kind: 'given' });
    await computing(() => actions.changeRecipe({ input: { kind: 'degree', normalise: 'none' } }));
    await computing(() => actions.loadCatalogue('karate'));
    expect(useStore.getState().recipe.input).toMatchObject({ kind: 'degree' });
  });

  test('leaves no colours that the graph or the focus cannot give', async () => {
    actions.setFocus(3);
    actions.setColour('reach');
    actions.setFocus(null);
    expect(useStore.getState().view.colour).toBe('embedding');
    actions.setColour('class');
    await computing(() => actions.loadPlain({ nodes: 2, edges: [[0, 1]] }));
    expect(useStore.getState().view.colour).toBe('embedding');
  });

  test('that undo wanted and that failed is still there to be undone', async () => {
    await computing(() => actions.changeRecipe({ hops: 9 }));
    const run = nextRun();
    const undone = actions.undo();
    (await run).fail('out of memory');
    await expect(undone).rejects.toThrow('out of memory');
    expect(useStore.getState()).toMatchObject({ recipe: { hops: 9 }, canUndo: true, canRedo: false });
  });

  test('says which node of a session is missing', async () => {
    await actions.open({ ...currentSession(), focus: 'nobody' });
    expect(useStore.getState().focus).toBeNull();
    expect(useStore.getState().notices.at(-1)?.detail).toContain('"nobody"');
  });

  test('to the recipe that is being computed computes it still', async () => {
    const first = nextRun();
    const slow = actions.changeRecipe({ hops: 5 });
    const overtaken = await first;
    await computing(() => actions.open({ ...currentSession(), hop: 2 }));
    overtaken.finish();
    await expect(slow).rejects.toThrow(Superseded);
    expect(useStore.getState()).toMatchObject({ recipe: { hops: 5 }, trace: { hops: 5 }, hop: 2, run: null });
  });

  test('is undone and redone', async () => {
    await computing(() => actions.changeRecipe({ hops: 9 }));
    await computing(actions.undo);
    expect(useStore.getState()).toMatchObject({ recipe: { hops: 16 }, trace: { hops: 16 }, canRedo: true });
    await computing(actions.redo);
    expect(useStore.getState()).toMatchObject({ recipe: { hops: 9 }, trace: { hops: 9 } });
  });
});
