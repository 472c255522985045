import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineCalls, Trace, TrainListeners, TrainReport } from '../engine/protocol';
import type { Graph } from '../graph/graph';
import type { Recipe } from '../recipe/recipe';
import type { LiveTraining } from './state';

/** An engine that keeps every 10th of 40 epochs and computes at once, unless a test holds it. */
const engine = vi.hoisted(() => ({
  runs: [] as Recipe['weights'][],
  looks: [] as number[],
  paused: [] as boolean[],
  listeners: null as TrainListeners | null,
  finish: (_report: unknown) => {},
  fail: (_error: Error) => {},
  held: Promise.resolve(),
}));
const trace = vi.hoisted(
  () => (name: string) => ({ name, hops: 2, nodeCount: 3, predictions: null }) as unknown as Trace,
);

vi.mock('../engine/client', () => ({
  createEngine: (): Partial<EngineCalls> => ({
    start: async () => ({ name: 'cpu', adapter: 'a test', software: true, reason: 'a test' }),
    onBackendLost: async () => {},
    setGraph: async () => {},
    async run(recipe) {
      engine.runs.push(recipe.weights);
      await engine.held;
      return trace(JSON.stringify(recipe.weights));
    },
    train: (_recipe, _task, listeners) =>
      new Promise((resolve, reject) => {
        engine.listeners = listeners;
        engine.finish = (report) => resolve(report as TrainReport);
        engine.fail = reject;
      }),
    async pause(paused) {
      engine.paused.push(paused);
    },
    async look(epoch) {
      engine.looks.push(epoch);
      return trace(`looked at ${epoch}`);
    },
  }),
}));
vi.mock('../layout/client', () => ({
  iterationsFor: () => 10,
  seededStart: (n: number) => new Float32Array(2 * n),
  startLayout: () => ({ finished: new Promise(() => {}), stop: () => {} }),
}));

const { graphFromPlain } = await import('../graph/from-plain');
const { completeRecipe } = await import('../recipe/defaults');
const { actions } = await import('./actions');
const { keptSoFar, shownEpoch, showEpoch } = await import('./epochs');
const { useStore } = await import('./store');
const { train } = await import('./training');
const { showSession } = await import('./transition');
const { DEFAULT_VIEW } = await import('./session');

const graph: Graph = graphFromPlain({ nodes: 3, edges: [[0, 1]], labels: [0, 1, 1] });
const recipe = completeRecipe({ hops: 2 });
const dataset = { kind: 'own', name: 'three', key: 'three' } as const;
const report = { best: { epoch: 30 }, kept: { epochs: [0, 10, 20, 30, 40], every: 10, budget: 1 }, curve: [] };
const onScreen = () => (useStore.getState().trace as unknown as { name: string }).name;
const weights = () => useStore.getState().recipe.weights;

async function trained(): Promise<void> {
  const training = train({ epochs: 40 });
  await vi.waitUntil(() => engine.listeners !== null);
  engine.finish(report);
  await training;
}

beforeEach(async () => {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw));
  Object.assign(engine, { runs: [], looks: [], paused: [], listeners: null, held: Promise.resolve() });
  useStore.setState(useStore.getInitialState(), true);
  const view = { ...DEFAULT_VIEW };
  await showSession({ version: 1, lanes: [{ dataset, recipe }], hop: 1, focus: null, view }, { graph, undo: false });
});

describe('the epochs of the last training', () => {
  it('are runs of its recipe, with undo over all that were gone through in a row', async () => {
    await trained();
    expect(shownEpoch(useStore.getState())).toBe(30);
    await showEpoch(10);
    expect(weights()).toEqual({ kind: 'trained', epoch: 10 });
    await showEpoch(20);
    expect(onScreen()).toBe('{"kind":"trained","epoch":20}');
    expect(shownEpoch(useStore.getState())).toBe(20);
    expect(useStore.getState().hop).toBe(1);
    await actions.undo();
    expect(weights()).toEqual({ kind: 'trained' });
    await actions.redo();
    expect(weights()).toEqual({ kind: 'trained', epoch: 20 });
    await showEpoch(30);
    expect(weights()).toEqual({ kind: 'trained' });
  });

  it('are of no other network, nor of another graph', async () => {
    await trained();
    await actions.runRecipe({ hops: 1, weights: { kind: 'trained' } });
    expect(shownEpoch(useStore.getState())).toBeNull();
    await showEpoch(10);
    expect(useStore.getState().recipe).toMatchObject({ hops: 2, weights: { epoch: 10 } });
    expect(shownEpoch({ ...useStore.getState(), dataset: { kind: 'catalogue', id: 'karate' } })).toBeNull();
    await actions.runRecipe({ hops: 2 });
    expect(shownEpoch(useStore.getState())).toBeNull();
  });

  it('pass over all wishes but the newest while one is being computed', async () => {
    await trained();
    let release: () => void = () => {};
    engine.held = new Promise((resolve) => {
      release = resolve;
    });
    engine.runs = [];
    const wishes = [0, 10, 20].map((epoch) => showEpoch(epoch));
    await vi.waitUntil(() => engine.runs.length === 1);
    release();
    await Promise.all(wishes);
    expect(engine.runs).toEqual([
      { kind: 'trained', epoch: 0 },
      { kind: 'trained', epoch: 20 },
    ]);
  });

  it('are forgotten in the history when a new training keeps others', async () => {
    await trained();
    await showEpoch(10);
    await actions.runRecipe({ hops: 2 });
    engine.listeners = null;
    const again = train({ epochs: 40 });
    await vi.waitUntil(() => engine.listeners !== null);
    engine.finish({ ...report, kept: { ...report.kept, epochs: [0, 7] } });
    await again;
    await actions.undo();
    await actions.undo();
    expect(weights()).toEqual({ kind: 'trained' });
  });

  it('need a training', async () => {
    await expect(showEpoch(0)).rejects.toThrow('nothing has been trained yet');
  });
});

describe('a training under way', () => {
  it('is on screen as it learns, is held to be looked at, and gives the screen back when it fails', async () => {
    const before = onScreen();
    const training = train({ epochs: 40 });
    await vi.waitUntil(() => engine.listeners !== null);
    await engine.listeners?.onTrace(10, trace('live 10'));
    expect(onScreen()).toBe('live 10');
    expect(shownEpoch(useStore.getState())).toBe(10);
    expect(weights()).toEqual(recipe.weights);
    await showEpoch(0);
    expect([engine.paused, engine.looks, onScreen()]).toEqual([[true], [0], 'looked at 0']);
    await showEpoch(10);
    expect([engine.paused, engine.looks]).toEqual([[true], [0, 10]]);
    // A change of what is seen stops nothing.
    actions.setColour('degree');
    await actions.undo();
    expect(onScreen()).toBe('looked at 10');
    engine.fail(new Error('out of memory'));
    await expect(training).rejects.toThrow('out of memory');
    expect(onScreen()).toBe(before);
  });

  it('leaves the screen as it was before it to what overtakes it and fails', async () => {
    const before = onScreen();
    const training = train({ epochs: 40 });
    await vi.waitUntil(() => engine.listeners !== null);
    await engine.listeners?.onTrace(10, trace('live 10'));
    engine.held = Promise.reject(new Error('too large'));
    engine.held.catch(() => {});
    const overtaking = actions.runRecipe({ hops: 3 });
    engine.fail(new Error('overtaken'));
    await expect(training).rejects.toThrow('overtaken');
    await expect(overtaking).rejects.toThrow('too large');
    expect(onScreen()).toBe(before);
    expect(useStore.getState()).toMatchObject({ recipe: { hops: 2 }, setAside: null });
  });

  it('begins once what is being computed is there', async () => {
    let release: () => void = () => {};
    engine.held = new Promise((resolve) => {
      release = resolve;
    });
    const running = actions.runRecipe({ hops: 3 });
    const training = train({ epochs: 40 });
    await vi.waitUntil(() => engine.runs.length === 2);
    expect(engine.listeners).toBeNull();
    release();
    await running;
    await vi.waitUntil(() => engine.listeners !== null);
    engine.finish(report);
    await training;
    expect(useStore.getState().recipe).toMatchObject({ hops: 3, weights: { kind: 'trained' } });
  });

  it('has kept what is a multiple of the epochs between two looks', () => {
    const curve = [0, 1, 2, 3, 4, 5].map((epoch) => ({ epoch })) as LiveTraining['curve'];
    expect(keptSoFar({ curve, keptEvery: 2 })).toEqual([0, 2, 4]);
    expect(keptSoFar({ curve, keptEvery: 0 })).toEqual([]);
  });
});
