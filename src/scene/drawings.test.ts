import { describe, expect, it } from 'vitest';
import type { Explanation, Trace } from '../engine/protocol';
import { graphFromPlain } from '../graph/from-plain';
import { MAX_EDGES_DRAWN } from '../graph/limits';
import { embeddingDrawing, embeddingPlaces, graphDrawing, trailStart } from './drawings';
import { incomingOf } from './incoming';

const trace = (widths: number[], projections: Float32Array[]): Trace => ({
  hops: widths.length - 1,
  nodeCount: projections[0].length / 3,
  widths,
  projections,
  explained: widths.map(() => [1, 0, 0]),
  measures: [],
  notes: {},
  shapes: [],
  predictions: null,
  inputDescription: '',
  backend: 'cpu',
  milliseconds: 0,
});

/** Two nodes, shrinking to a half at each hop. */
const shrinking = [1, 0.5, 0.25].map((size) => Float32Array.of(4 * size, 2 * size, 0, -4 * size, -2 * size, 0));

describe('the drawings of a graph', () => {
  const graph = graphFromPlain({
    nodes: [{ id: '7', class: 'a' }, { id: '<b>x</b>', class: 'b' }, { id: 'z' }],
    edges: [
      [0, 1],
      [1, 1],
    ],
    labels: [0, 1, null],
    classes: ['Actors', 'Films'],
  });

  it('say what is known of a node, as it is written', () => {
    const { describe, name, names } = graphDrawing(graph);
    expect(describe(0)).toEqual(['Node 7', 'Actors', '1 edge', 'class: a']);
    expect(describe(1)).toEqual(['<b>x</b>', 'Films', '2 edges', 'class: b']);
    expect(describe(2)).toEqual(['z', '0 edges']);
    expect(name(0)).toBe('7');
    expect(names).toBeNull();
  });

  it('have a line an edge, and in the embedding a trail a node', () => {
    expect(graphDrawing(graph).lines.source).toHaveLength(2);
    const { lines, pointCount, nodeCount } = embeddingDrawing(graph);
    expect([nodeCount, pointCount]).toEqual([3, 6]);
    expect(Array.from(lines.source)).toEqual([3, 4, 5]);
    expect(Array.from(lines.target)).toEqual([0, 1, 2]);
  });
});

describe('embeddingPlaces', () => {
  it('keeps one scale for all hops: what shrinks, shrinks on screen', () => {
    const { nodeCount, ...rest } = trace([2, 2, 2], shrinking);
    const at = (hop: number) => [...embeddingPlaces({ nodeCount, ...rest }, hop, 'true').slice(0, 4)];
    expect(at(0)).toEqual([1, 0.5, -1, -0.5]);
    expect(at(2)).toEqual([0.25, 0.125, -0.25, -0.125]);
  });

  it('begins every trail at hop 0 and ends it at the node', () => {
    expect([...embeddingPlaces(trace([2, 2, 2], shrinking), 1, 'true')]).toEqual([
      ...[0.5, 0.25, -0.5, -0.25],
      ...[1, 0.5, -1, -0.5],
    ]);
  });

  it('zooms the trail with its node', () => {
    expect([...embeddingPlaces(trace([2, 2, 2], shrinking), 1, 'zoomed')]).toEqual([
      ...[1, 0.5, -1, -0.5],
      ...[2, 1, -2, -1],
    ]);
  });

  it('breaks the trail where the width changes', () => {
    const places = embeddingPlaces(trace([2, 2, 9], shrinking), 2, 'true');
    expect([...places].slice(4)).toEqual([0.25, 0.125, -0.25, -0.125]);
    expect([0, 1, 2, 3, 4].map((hop) => trailStart([9, 4, 4, 2, 2], hop))).toEqual([0, 1, 1, 3, 3]);
  });
});

describe('an input of another width', () => {
  it('is drawn as large as the largest hop after it', () => {
    const places = (hop: number) => [...embeddingPlaces(trace([9, 2, 2], shrinking), hop, 'true').slice(0, 4)];
    expect(places(0)).toEqual([1, 0.5, -1, -0.5]);
    expect(places(1)).toEqual([1, 0.5, -1, -0.5]);
    expect(places(2)).toEqual([0.5, 0.25, -0.5, -0.25]);
  });
});

describe('incomingOf', () => {
  const graph = graphFromPlain({
    directed: true,
    nodes: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
    edges: [
      [0, 2],
      [1, 2],
      [1, 2],
      [2, 2],
      [2, 3],
    ],
  });
  const explanation = (messages: Explanation['messages']): Explanation => ({
    ...{ node: 'c', hop: 1, formula: '', aggregate: [], update: [], output: [] },
    messages,
  });

  it('is whom the edges lead from, each once, not the focus itself', () => {
    expect(incomingOf(graph, 2, null).map(({ from }) => from)).toEqual([0, 1]);
    expect(incomingOf(graph, 0, null)).toEqual([]);
  });

  it('takes its strengths from the coefficients, whatever their sign, against the strongest', () => {
    const messages = [
      { from: 'a', coefficient: -0.25, value: [] },
      { from: 'b', coefficient: 0.25, value: [] },
      { from: 'b', coefficient: [0.125, 0.125], value: [] },
      { from: 'c', coefficient: 5, value: [] },
    ];
    expect(incomingOf(graph, 2, explanation(messages))).toEqual([
      { from: 0, strength: 0.5 },
      { from: 1, strength: 1 },
    ]);
  });

  it('draws messages that weigh nothing as weak, not as NaN', () => {
    expect(incomingOf(graph, 2, explanation([{ from: 'a', coefficient: 0, value: [] }]))).toEqual([
      { from: 0, strength: 0 },
    ]);
  });
});

describe('graphDrawing', () => {
  it('gives Sigma the graph in graphology, duplicates, self-loops and direction included', () => {
    const { held } = graphDrawing(
      graphFromPlain({
        directed: true,
        nodes: [{ id: 'a' }, { id: 'b' }],
        edges: [
          [0, 1, 2],
          [0, 1, 3],
          [1, 1, 1],
        ],
      }),
    );
    expect(held?.type).toBe('directed');
    expect(held?.mapEdges((_, { weight }, source, target) => [source, target, weight])).toEqual([
      ['0', '1', 2],
      ['0', '1', 3],
      ['1', '1', 1],
    ]);
  });

  it('draws the nodes alone where there are more edges than a screen can move', () => {
    const graph = graphFromPlain({
      nodes: 3,
      edges: [
        [0, 1],
        [1, 2],
      ],
    });
    expect(graphDrawing(graph).lines.source).toHaveLength(2);
    const crowded = graphDrawing({ ...graph, edgeCount: MAX_EDGES_DRAWN + 1 });
    expect(crowded.lines.source).toHaveLength(0);
    expect(crowded.nodeCount).toBe(3);
    expect(crowded.held).toBeNull();
  });
});
