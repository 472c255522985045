import { createElement, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { colours } from '../encoding/colours';
import { shownTheme } from '../encoding/shown-theme';
import type { Trace } from '../engine/protocol';
import { graphFromPlain } from '../graph/from-plain';
import { hopsFrom } from '../graph/hops';
import { useStore } from '../store/store';
import { EmbeddingView } from './embedding-view';
import { GraphView } from './graph-view';
import { sceneHandle } from './handles';

/** A path of three nodes whose embedding halves at each of two hops. */
const graph = graphFromPlain({
  nodes: 3,
  edges: [
    [0, 1],
    [1, 2],
  ],
});
const positions = Float32Array.of(-10, 0, 0, 5, 10, 0);
const trace: Trace = {
  hops: 2,
  nodeCount: 3,
  widths: [3, 3, 3],
  projections: [1, 0.5, 0.25].map((size) => Float32Array.of(2 * size, 0, 0, -size, size, 0, -size, -size, size)),
  explained: [
    [1, 0, 0],
    [1, 0, 0],
    [1, 0, 0],
  ],
  measures: [],
  notes: {},
  shapes: [],
  predictions: null,
  inputDescription: '',
  backend: 'cpu',
  milliseconds: 0,
};

let root: Root;
const empty = useStore.getState();

beforeEach(() => {
  useStore.setState(empty, true);
  useStore.setState({ graph, positions, trace, hop: 0, focus: null });
  const page = document.createElement('div');
  Object.assign(page.style, { position: 'relative', width: '320px', height: '240px' });
  document.body.replaceChildren(page);
  root = createRoot(page);
});

afterEach(() => root.unmount());

async function mounted(onPainted = () => {}) {
  const views = [createElement(GraphView, { key: 'g', onPainted }), createElement(EmbeddingView, { key: 'e' })];
  root.render(createElement(StrictMode, null, views));
  await patiently(() => {
    expect(sceneHandle('graph').drawn().positions).toHaveLength(6);
    expect(sceneHandle('embedding').drawn().positions).toHaveLength(6);
  });
}

/** Waits as long as a busy machine needs: only a hang fails. */
const patiently = (check: () => void) => vi.waitFor(check, { timeout: 30_000 });

const settled = (name: 'graph' | 'embedding') => patiently(() => expect(sceneHandle(name).drawn().moving).toBe(false));

it('show the store, mounted twice as in StrictMode, with one scene each', async () => {
  const painted = vi.fn();
  await mounted(painted);
  expect(document.querySelectorAll('.sigma-nodes')).toHaveLength(2);
  expect(painted).toHaveBeenCalled();
  const drawn = sceneHandle('graph').drawn();
  expect([...drawn.positions]).toEqual([-1, -0.25, 0, 0.25, 1, -0.25]);
  const context = {
    graph,
    projections: trace.projections,
    predictions: null,
    hop: 0,
    hopsFromFocus: null,
    heardWithin: 0,
  };
  expect([...drawn.colours]).toEqual([...colours('embedding', { ...context, theme: shownTheme() })]);
});

it('step by hop: the embedding moves at one scale, the graph stays, and the step is measured', async () => {
  await mounted();
  const before = sceneHandle('embedding').drawn().positions;
  performance.clearMeasures('hopscope:step');
  useStore.setState({ hop: 1 });
  await patiently(() => expect(performance.getEntriesByName('hopscope:step')).toHaveLength(1));
  await settled('embedding');
  expect([...sceneHandle('embedding').drawn().positions]).toEqual([...before].map((value) => value / 2));
  expect([...sceneHandle('graph').drawn().positions].slice(0, 2)).toEqual([-1, -0.25]);
});

it('fade what the focus has not heard yet', async () => {
  await mounted();
  useStore.setState({ focus: 0, hopsFromFocus: hopsFrom(graph, 0), hop: 1 });
  await patiently(() => {
    const alpha = [...sceneHandle('graph').drawn().colours].filter((_, i) => i % 4 === 3);
    expect(alpha[0]).toBe(255);
    expect(alpha[1]).toBe(255);
    expect(alpha[2]).toBeLessThan(120);
  });
});

it('go with another graph: no place, colour or trace of the last one is drawn on it', async () => {
  await mounted();
  const pair = graphFromPlain({ nodes: 2, edges: [[0, 1]] });
  useStore.setState({ graph: pair, positions: Float32Array.of(0, 0, 1, 1), trace: null, hop: 0 });
  await patiently(() => {
    expect(sceneHandle('graph').drawn().positions).toHaveLength(4);
    expect(sceneHandle('embedding').drawn().positions).toHaveLength(0);
  });
});

it('leave the list of views when they leave the screen', async () => {
  await mounted();
  root.unmount();
  expect(() => sceneHandle('graph')).toThrow(/not on screen/);
  expect(document.querySelectorAll('canvas')).toHaveLength(0);
  root = createRoot(document.createElement('div'));
});
