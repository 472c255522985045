import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { DenseMatrix, Graph } from '../../graph/graph';
import { CONVS, radiusOf } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { validateRecipe } from '../../recipe/validate';
import { useBackend } from '../testing/node';
import { runRecipe } from './run';

/** What every layer owes whatever the graph: each registered one, and the variants that take other paths. */
const VARIANTS: Partial<Recipe>[] = [
  ...CONVS.map((conv) => ({ conv })),
  { conv: 'sage', aggr: 'max' },
  { conv: 'cheb', options: { K: 5 } },
  { conv: 'cheb', options: { K: 1 } },
  { conv: 'rgcn', options: { bases: 2 } },
  { conv: 'gat', heads: 3 },
  { conv: 'gatv2', heads: 3, options: { concat: false } },
  { conv: 'transformer', heads: 3, options: { beta: true } },
  { conv: 'gcn', residual: 'initial', jump: 'max' },
];

/** Where every node of a graph can hear every other. */
const EVERYBODY: Partial<Recipe>[] = [
  { conv: 'gcn', virtualNode: true },
  { conv: 'rgcn', virtualNode: true },
  { conv: 'transformer', fullyAdjacentLast: true },
  { conv: 'gin', virtualNode: true, fullyAdjacentLast: true },
  { conv: 'graphconv', rewiring: { kind: 'gdc', alpha: 0.2, k: 8 } },
];

const COLUMNS = 3;

interface Parts {
  nodes: number;
  edges: { source: number; target: number; weight: number; relation: number; feature: number }[];
  features: number[][];
}

function graphOf({ nodes, edges, features }: Parts, directed = true): Graph {
  return graphFromPlain({
    directed,
    nodes,
    edges: edges.map(({ source, target, weight, relation }) => ({ source, target, weight, relation })),
    // Two relations, whatever the edges that are left.
    ...(edges.length === 0 ? {} : { edgeFeatures: edges.map(({ feature }) => [feature, 1 - feature]) }),
    features,
  });
}

/** Any directed graph: loops, duplicates, isolated nodes and several components included. */
const anyParts: fc.Arbitrary<Parts> = fc.integer({ min: 1, max: 8 }).chain((nodes) => {
  const node = fc.nat(nodes - 1);
  const edge = fc.record({
    ...{ source: node, target: node, weight: fc.integer({ min: 1, max: 4 }), relation: fc.nat(1) },
    feature: fc.integer({ min: -2, max: 2 }),
  });
  const number = fc.integer({ min: -4, max: 4 }).map((value) => value / 4);
  return fc.record({
    nodes: fc.constant(nodes),
    // The last edge keeps the number of relations, and so the shapes of the weights, the same.
    edges: fc
      .array(edge, { maxLength: 14 })
      .map((some) => [...some, { source: 0, target: 0, weight: 1, relation: 1, feature: 0 }]),
    features: fc.array(fc.array(number, { minLength: COLUMNS, maxLength: COLUMNS }), {
      minLength: nodes,
      maxLength: nodes,
    }),
  });
});

/** In another order, but for self-loops: of several on one node GCN's S takes the last. */
function reordered(edges: Parts['edges']): Parts['edges'] {
  const isLoop = ({ source, target }: Parts['edges'][number]) => source === target;
  return [...edges.filter((edge) => !isLoop(edge)).toReversed(), ...edges.filter(isLoop)];
}

/** The last hop and the logits, side by side by node. */
async function outputs(graph: Graph, given: Partial<Recipe>): Promise<number[][]> {
  const settings = {
    hops: 2,
    width: 6,
    activation: 'tanh',
    input: { kind: 'given' },
    decoder: 'linear',
    encoder: 'linear',
  };
  const recipe = validateRecipe({ ...settings, ...given }, factsOf(graph));
  const { hops, logits } = await runRecipe(graph, recipe, () => {});
  const rows = (matrix: DenseMatrix, v: number) => [...matrix.data.slice(v * matrix.columns, (v + 1) * matrix.columns)];
  return Array.from({ length: graph.nodeCount }, (_, v) => [
    ...rows(hops[recipe.hops] as DenseMatrix, v),
    ...rows(logits as DenseMatrix, v),
  ]);
}

function expectSame(actual: number[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of actual.entries())
    expect(Math.abs(value - expected[i])).toBeLessThan(1e-5 * Math.max(1, Math.abs(value)));
}

describe.each([...VARIANTS, ...EVERYBODY])('layer %j', (given) => {
  beforeAll(() => useBackend('cpu'));

  it('permutes its output as the nodes are permuted, and is finite', () =>
    fc.assert(
      fc.asyncProperty(anyParts, fc.nat(1000), async (parts, turn) => {
        const place = Array.from({ length: parts.nodes }, (_, v) => (v + turn) % parts.nodes);
        const features: number[][] = [];
        place.forEach((to, from) => {
          features[to] = parts.features[from];
        });
        const edges = parts.edges.map((edge) => ({ ...edge, source: place[edge.source], target: place[edge.target] }));
        const [plain, permuted] = [
          await outputs(graphOf(parts), given),
          await outputs(graphOf({ ...parts, edges: reordered(edges), features }), given),
        ];
        expect(plain.flat().every(Number.isFinite)).toBe(true);
        place.forEach((to, from) => void expectSame(permuted[to], plain[from]));
      }),
      { numRuns: 8 },
    ));

  it('hears both directions of an undirected edge', () =>
    fc.assert(
      fc.asyncProperty(anyParts, async (parts) => {
        const back = parts.edges.map((edge) => ({ ...edge, source: edge.target, target: edge.source }));
        const both = [...parts.edges, ...back.filter(({ source, target }) => source !== target)];
        const undirected = await outputs(graphOf(parts, false), given);
        const directed = await outputs(graphOf({ ...parts, edges: both }), given);
        undirected.forEach((row, v) => void expectSame(row, directed[v]));
      }),
      { numRuns: 5 },
    ));
});

describe.each(VARIANTS)('layer %j', (given) => {
  beforeAll(() => useBackend('cpu'));

  it('sees as far as its radius, to the bit no further, and so no other component', async () => {
    const nodes = 24;
    const path = Array.from({ length: nodes - 1 }, (_, v) => ({
      ...{ source: v, target: v + 1, weight: 1 + (v % 3), relation: v % 2, feature: v % 4 },
    })).filter(({ source }) => source !== 17);
    const features = Array.from({ length: nodes }, (_, v) => [Math.sin(v), Math.cos(2 * v), 1]);
    const changed = features.map((row, v) => (v === 1 || v === 20 ? [row[0] + 1, row[1] - 1, 0.5] : row));
    const [before, after] = [
      await outputs(graphOf({ nodes, edges: path, features }), given),
      await outputs(graphOf({ nodes, edges: path, features: changed }), given),
    ];
    const different = before.flatMap((row, v) => (row.every((value, c) => value === after[v][c]) ? [] : [v]));
    const { conv = 'gcn', options = {} } = validateRecipe(given);
    const reach = 2 * radiusOf({ conv, options });
    const within = (start: number) => Array.from({ length: reach + 1 }, (_, d) => start + d).filter((v) => v < nodes);
    // The layer may pass over nodes between, never beyond; 17 and 18 are in different components.
    expect(different.filter((v) => v < 18).at(-1)).toBe(
      within(1)
        .filter((v) => v < 18)
        .at(-1),
    );
    expect(different.every((v) => (v >= 1 && v <= 1 + reach && v < 18) || (v >= 20 && v <= 20 + reach))).toBe(true);
  });

  it('works without edges, and on a single node', async () => {
    const features = [[1, -1, 0.5]];
    const alone = await outputs(graphOf({ nodes: 1, edges: [], features }), given);
    const three = await outputs(
      graphOf({ nodes: 3, edges: [], features: [...features, [0, 0, 0], ...features] }),
      given,
    );
    expectSame(three[0], alone[0]);
    expect(three[2]).toEqual(three[0]);
    expect(three.flat().every(Number.isFinite)).toBe(true);
  });
});

describe.each([
  'gcn',
  'graphconv',
  'cheb',
  'sgc',
  'appnp',
  'gcnii',
  'gprgnn',
  'lightgcn',
  'mixhop',
  'antisymmetric',
] as const)('layer %s', (conv) => {
  beforeAll(() => useBackend('cpu'));

  it('takes a duplicate edge as one of twice the weight', () =>
    fc.assert(
      fc.asyncProperty(anyParts, async (parts) => {
        // Of self-loops the last counts alone in gcn's S, so they are left out.
        const edges = parts.edges.filter(({ source, target }) => source !== target);
        const twice = await outputs(graphOf({ ...parts, edges: [...edges, ...edges] }), { conv });
        const heavy = await outputs(
          graphOf({ ...parts, edges: edges.map((edge) => ({ ...edge, weight: 2 * edge.weight })) }),
          { conv },
        );
        twice.forEach((row, v) => void expectSame(row, heavy[v]));
      }),
      { numRuns: 8 },
    ));
});
