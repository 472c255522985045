import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { NODE_BACKENDS, useBackend } from '../gnn/testing/node';
import { applyEdits } from '../graph/edits/apply-edits';
import type { Edit } from '../graph/edits/edit';
import { graphFromPlain } from '../graph/from-plain';
import { hopsFrom } from '../graph/hops';
import { seededRandom } from '../graph/random';
import { radiusOf } from '../recipe/descriptors';
import { factsOf } from '../recipe/facts';
import type { Recipe } from '../recipe/recipe';
import { validateRecipe } from '../recipe/validate';
import { openCpu } from './cpu';
import { createEngineCalls } from './engine';
import type { Difference, EngineCalls, Trace } from './protocol';

const runs = vi.hoisted(() => ({ computed: [] as number[] }));
vi.mock('../gnn/models/stack', async (original) => {
  const stack = await original<typeof import('../gnn/models/stack')>();
  return {
    ...stack,
    nextHop: (...given: Parameters<typeof stack.nextHop>) => {
      runs.computed.push(given[1] + 1);
      return stack.nextHop(...given);
    },
  };
});

// Under Node its file is not at an address, but beside the library.
vi.mock('./wasm', () => ({
  openWasm: async () => {
    const plain = await openCpu();
    await useBackend('wasm');
    return { ...plain, name: 'wasm' };
  },
}));

/** A long ring, so that an edit does not reach everybody. */
const NODES = 24;
const random = seededRandom(3);
const ring = graphFromPlain({
  name: 'ring',
  nodes: NODES,
  edges: Array.from({ length: NODES }, (_, v): [number, number] => [v, (v + 1) % NODES]),
  features: Array.from({ length: NODES }, () => Array.from({ length: 3 }, () => random.normal())),
  labels: Array.from({ length: NODES }, (_, v) => v % 2),
});
const HOPS = 4;
const quiet = () => {};
const recipeOf = (given: object): Recipe => validateRecipe({ hops: HOPS, width: 4, ...given }, factsOf(ring));

const without: Edit = { do: 'remove-edge', from: '4', to: '5' };
const feature: Edit = { do: 'set-feature', node: '7', column: 1, value: 4 };

interface Whole {
  trace: Trace;
  hops: Float32Array[];
  logits: Float32Array;
  weights: Awaited<ReturnType<EngineCalls['weights']>>;
}

async function whole(engine: EngineCalls, recipe: Recipe): Promise<Whole> {
  const { milliseconds: _, ...trace } = await engine.run(recipe, quiet);
  const hops = await Promise.all(Array.from({ length: HOPS + 1 }, async (__, k) => (await engine.embedding(k)).data));
  return { trace: trace as Trace, hops, logits: (await engine.logits()).data, weights: await engine.weights() };
}

const differenceOf = ({ difference }: Trace): Difference => {
  if (!difference) throw new Error('there is no difference');
  return difference;
};

describe.each(NODE_BACKENDS)('edits on %s', (backend) => {
  let engine: EngineCalls;
  const opened = async () => {
    const calls = createEngineCalls();
    await calls.start(backend);
    return calls;
  };
  beforeEach(async () => {
    engine = await opened();
    await engine.setGraph(ring);
  });
  afterAll(() => runs.computed.splice(0));

  const recipes: [string, object][] = [
    ['gcn', { conv: 'gcn' }],
    [
      'gcn through an encoder, with norms and all hops gathered',
      { encoder: 'linear', norm: 'batch', jump: 'concat', decoder: 'linear' },
    ],
    ['gat', { conv: 'gat', heads: 2 }],
    ['cheb', { conv: 'cheb', options: { K: 3 } }],
    ['mlp with norms', { conv: 'mlp', norm: 'batch' }],
    ['random input', { input: { kind: 'random', normalise: 'none' } }],
    ['degree as input', { input: { kind: 'degree', normalise: 'none' } }],
    ['appnp', { conv: 'appnp', encoder: 'linear' }],
    [
      'other edges to run along',
      {
        conv: 'sage',
        encoder: 'linear',
        rewiring: { kind: 'fosr', share: 0.2 },
        virtualNode: true,
        fullyAdjacentLast: true,
      },
    ],
  ];
  const edits: [string, Edit[]][] = [
    ['an edge gone', [without]],
    ['a feature changed', [feature]],
    ['several edits', [without, feature, { do: 'add-edge', from: '0', to: '12' }]],
    [
      'a node gone and one added',
      [
        { do: 'remove-node', node: '3' },
        { do: 'add-node', node: 'new', to: ['9'] },
      ],
    ],
  ];

  describe.each(recipes)('%s', (_, given) => {
    it.each(edits)('is what computing it afresh gives, bit for bit: %s', async (__, list) => {
      const recipe = recipeOf(given);
      const before = await whole(engine, recipe);
      await engine.setEdits(list);
      const edited = await whole(engine, recipe);
      const { difference, ...trace } = edited.trace;

      const fresh = await opened();
      await fresh.setGraph(applyEdits(ring, list));
      expect({ ...edited, trace }).toEqual(await whole(fresh, recipe));

      // Its figures are those of the two traces.
      const { nodes, moved, length } = differenceOf(edited.trace);
      const kept = applyEdits(ring, list).ids;
      expect([...nodes].map((node) => kept[node])).toEqual(kept.filter((id) => id !== 'new'));
      for (let k = 0; k <= HOPS; k++) {
        const columns = before.trace.widths[k];
        nodes.forEach((node, i) => {
          const from = before.hops[k].subarray(Number(kept[node]) * columns);
          const to = edited.hops[k].subarray(node * columns);
          const norm = (entry: (c: number) => number) =>
            Math.fround(
              Math.sqrt(Array.from({ length: columns }, (___, c) => entry(c) ** 2).reduce((a, b) => a + b, 0)),
            );
          expect(moved[k]?.[i]).toBe(norm((c) => to[c] - from[c]));
          expect(length[k][i]).toBe(norm((c) => from[c]));
        });
      }
      expect(difference).not.toBeNull();

      // And without them everything is as it was.
      await engine.setEdits([]);
      expect(await whole(engine, recipe)).toEqual(before);
    });
  });

  it.each([
    ['gcn', {}],
    ['two hops a layer', { conv: 'cheb', options: { K: 3 } }],
    ['no hops at all', { conv: 'mlp' }],
    ['attention', { conv: 'gat' }],
  ])('moves nobody outside the reach of the edit: %s', async (_, given) => {
    const recipe = recipeOf({ ...given, activation: 'tanh' });
    const radius = radiusOf(recipe);
    await engine.run(recipe, quiet);
    await engine.setEdits([without]);
    const { nodes, moved } = differenceOf(await engine.run(recipe, quiet));
    const from4 = hopsFrom(ring, 4);
    const from5 = hopsFrom(ring, 5);
    const near = (node: number) => Math.min(from4[node], from5[node]);
    for (let k = 0; k <= HOPS; k++) {
      const distances = Array.from(nodes, (node, i) => [near(node), moved[k]?.[i] ?? 0]);
      for (const [distance, by] of distances) if (distance > k * radius) expect(by).toBe(0);
      expect(distances.some(([, by]) => by > 0)).toBe(k > 0 && radius > 0);
    }
  });

  it('computes the hops that can change and no others', async () => {
    const computedBy = async (recipe: Recipe) => {
      runs.computed.splice(0);
      await engine.run(recipe, quiet);
      return runs.computed.splice(0);
    };
    const mlp = recipeOf({ conv: 'mlp' });
    expect(await computedBy(mlp)).toEqual([1, 2, 3, 4]);
    await engine.setEdits([without]);
    expect(await computedBy(mlp), 'an edge is nothing to it').toEqual([]);
    expect(await computedBy(mlp), 'asked again, it computes again').toEqual([1, 2, 3, 4]);
    await engine.setEdits([without, feature]);
    expect(await computedBy(mlp)).toEqual([1, 2, 3, 4]);
    await engine.setEdits([]);
    expect(await computedBy(mlp), 'what was there is there').toEqual([]);

    const gcn = recipeOf({ conv: 'gcn' });
    await engine.setEdits([without]);
    expect(await computedBy(gcn), 'without the edit and with it').toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
  });

  it('refuses edits that cannot be made, and stays on the graph it had', async () => {
    const recipe = recipeOf({});
    await engine.setEdits([without]);
    const before = await whole(engine, recipe);
    await expect(engine.setEdits([without, { do: 'remove-node', node: 'nobody' }])).rejects.toThrow(/no node "nobody"/);
    expect(await whole(engine, recipe)).toEqual(before);
  });

  it('says where hops cannot be compared, and why there is no difference', async () => {
    await engine.setEdits([{ do: 'remove-node', node: '3' }]);
    const onehot = await engine.run(recipeOf({ input: { kind: 'onehot', normalise: 'none' } }), quiet);
    expect(differenceOf(onehot).moved.map((hop) => hop?.length ?? null)).toEqual([null, 23, 23, 23, 23]);

    const vast = graphFromPlain({ nodes: 2, edges: [[0, 1]], features: [[3e38], [3e38]] });
    await engine.setGraph(vast);
    const sums = validateRecipe({ conv: 'gin', hops: 1, input: { kind: 'given', normalise: 'none' } }, factsOf(vast));
    await engine.setEdits(['0', '1'].map((node): Edit => ({ do: 'set-feature', node, column: 0, value: 1 })));
    const trace = await engine.run(sums, quiet);
    expect(trace.difference).toBeNull();
    expect(trace.notes.difference).toMatch(/^without the edits this recipe does not run: /);
  });
});
