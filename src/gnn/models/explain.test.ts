import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { CONVS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import { validateRecipe } from '../../recipe/validate';
import { useBackend } from '../testing/node';
import { explainNode } from './explain';
import { runRecipe } from './run';

const graph = graphFromPlain({
  directed: true,
  nodes: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
  edges: [
    [0, 1, 2],
    [2, 1, 1],
    [2, 1, 1],
    [1, 1, 3],
    [1, 2, 1],
  ],
  features: { columns: 3, indices: [[0], [1, 2], [2], []] },
  labels: [0, 1, 0, 1],
});

async function explained(given: object, node: number, hop: number) {
  const recipe = validateRecipe(given, factsOf(graph));
  const embeddings = await runRecipe(graph, recipe, () => {});
  return explainNode(graph, recipe, embeddings, node, hop);
}

describe('explanation', () => {
  beforeAll(() => useBackend('cpu'));

  it('adds up: Σ coefficient · value is the aggregate, and what follows the update is the output', async () => {
    const recipes = fc.record({
      conv: fc.constantFrom(...CONVS.filter((conv) => conv !== 'mixhop')),
      encoder: fc.constant('linear'),
      hops: fc.constant(3),
      width: fc.integer({ min: 1, max: 5 }),
      activation: fc.constantFrom('tanh', 'none'),
      residual: fc.constantFrom('none', 'skip'),
      input: fc.record({ kind: fc.constantFrom('given', 'onehot', 'random', 'degree') }),
      weights: fc.record({ kind: fc.constant('random'), seed: fc.nat(100) }),
    });
    await fc.assert(
      fc.asyncProperty(recipes, fc.nat(3), fc.integer({ min: 1, max: 3 }), async (given, node, hop) => {
        const recipe = validateRecipe(given, factsOf(graph));
        const embeddings = await runRecipe(graph, recipe, () => {});
        const { messages, aggregate, update, output } = await explainNode(graph, recipe, embeddings, node, hop);
        aggregate.forEach((total, c) => {
          const sum = messages.reduce((so, { coefficient, value }) => so + Number(coefficient) * value[c], 0);
          expect(sum).toBeCloseTo(total, 10);
        });
        const last = hop === recipe.hops;
        const before = (await explainNode(graph, recipe, embeddings, node, Math.max(1, hop - 1))).output;
        update.forEach((value, c) => {
          let after = recipe.activation === 'tanh' && !(last && recipe.decoder === 'none') ? Math.tanh(value) : value;
          if (recipe.residual === 'skip' && hop > 1 && before.length === output.length) after += before[c];
          if (recipe.residual === 'none' || hop > 1) expect(Math.abs(after - output[c])).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives a message an edge, duplicates too, and the kept self-loop once', async () => {
    const { node, messages } = await explained({ conv: 'gcn', hops: 1, input: { kind: 'given' } }, 1, 1);
    expect(node).toBe('b');
    expect(messages.map(({ from }) => from)).toEqual(['a', 'c', 'c', 'b']);
    // b hears weights 2 + 1 + 1 + its loop 3; a has only the loop of 1 that is added.
    expect(messages[0].coefficient).toBeCloseTo(2 / Math.sqrt(7 * 1), 6);
    expect(messages[3].coefficient).toBeCloseTo(3 / 7, 6);
    expect(messages[0].value).toEqual([1, 0, 0]);
    expect(messages[3].value).toEqual([0, 1, 1]);
  });

  it('takes the mean of what GraphSAGE hears, and nothing where nobody speaks', async () => {
    const heard = await explained(
      { conv: 'sage', hops: 1, weights: { kind: 'identity' }, input: { kind: 'given' } },
      1,
      1,
    );
    expect(heard.messages.map(({ from, coefficient }) => [from, coefficient])).toEqual([
      ['a', 0.25],
      ['c', 0.25],
      ['c', 0.25],
      ['b', 0.25],
    ]);
    expect(heard.update).toEqual(heard.aggregate);
    const silent = await explained({ conv: 'sage', hops: 1, input: { kind: 'given' } }, 0, 1);
    expect(silent.messages).toEqual([]);
    expect(silent.aggregate).toEqual([0, 0, 0]);
  });

  it.each([
    { conv: 'gat', heads: 3, decoder: 'linear' },
    { conv: 'gatv2', heads: 3, decoder: 'linear' },
    { conv: 'transformer', heads: 3, decoder: 'linear' },
    { conv: 'gat', heads: 1, decoder: 'linear' },
  ])('shows the attention of every head: %j', async (given) => {
    const recipe = { ...given, hops: 2, width: 6, input: { kind: 'given' } };
    const { messages, aggregate } = await explained(recipe, 1, 1);
    const heads = messages.map(({ coefficient }) => [coefficient].flat());
    for (let h = 0; h < given.heads; h++) {
      expect(heads.reduce((sum, coefficient) => sum + coefficient[h], 0)).toBeCloseTo(1, 6);
    }
    expect(aggregate).toHaveLength(given.heads * 3);
    expect(heads.every((coefficient) => coefficient.length === given.heads)).toBe(true);
  });

  it('attends with the numbers of the trace: heads mapped from their aggregates give the update', async () => {
    const recipe = validateRecipe(
      { conv: 'gat', heads: 2, width: 4, hops: 1, decoder: 'linear', input: { kind: 'given' } },
      factsOf(graph),
    );
    const embeddings = await runRecipe(graph, recipe, () => {});
    const { aggregate, update } = await explainNode(graph, recipe, embeddings, 1, 1);
    const weight = embeddings.parameters['convs.0.lin.weight'].data;
    update.forEach((value, out) => {
      const head = Math.floor(out / 2);
      const mapped = [0, 1, 2].reduce((sum, c) => sum + weight[out * 3 + c] * aggregate[head * 3 + c], 0);
      expect(value).toBeCloseTo(mapped, 5);
    });
  });

  it('takes the largest values where the layer does', async () => {
    const recipe = { conv: 'sage', aggr: 'max', hops: 1, weights: { kind: 'identity' }, input: { kind: 'given' } };
    const { aggregate, output, formula } = await explained(recipe, 1, 1);
    expect(aggregate).toEqual([1, 1, 1]);
    expect(output).toEqual(aggregate);
    expect(formula).toBe('h′_v = max_u h_u');
    expect((await explained(recipe, 0, 1)).aggregate).toEqual([0, 0, 0]);
  });

  it('explains each relation by its own mean', async () => {
    const related = graphFromPlain({
      directed: true,
      nodes: 3,
      edges: [
        { source: 0, target: 2, relation: 0 },
        { source: 1, target: 2, relation: 1 },
        { source: 1, target: 2, relation: 1 },
      ],
      features: [[1], [2], [3]],
    });
    const recipe = validateRecipe({ conv: 'rgcn', hops: 1, width: 2 }, factsOf(related));
    const embeddings = await runRecipe(related, recipe, () => {});
    const { messages } = await explainNode(related, recipe, embeddings, 2, 1);
    expect(messages.map(({ coefficient }) => coefficient)).toEqual([1, 0.5, 0.5]);
  });

  it('shows an MLP as one message to itself', async () => {
    const { messages, formula } = await explained({ conv: 'mlp', hops: 2, activation: 'tanh' }, 2, 1);
    expect(messages.map(({ from, coefficient }) => [from, coefficient])).toEqual([['c', 1]]);
    expect(formula).toBe('h′_v = tanh(W h_v + b)');
  });

  it('writes the formula of the layer it explains', async () => {
    const recipe = { conv: 'sage', hops: 2, norm: 'pair', residual: 'initial', activation: 'relu' };
    expect((await explained(recipe, 0, 1)).formula).toBe(
      'h′_v = 0.9 relu(pair-norm(W_l mean_u h_u + b_l + W_r h_v)) + 0.1 h⁰_v',
    );
    expect((await explained({ hops: 1 }, 0, 1)).formula).toBe('h′_v = W Σ_u a_vu h_u + b');
    expect((await explained({ hops: 1, weights: { kind: 'identity' } }, 0, 1)).formula).toBe('h′_v = Σ_u a_vu h_u');
  });

  it.each([
    [{ conv: 'sgc', hops: 2 }, 1, 'h′_v = W Σ_u a_vu h_u'],
    [{ conv: 'sgc', hops: 2 }, 2, 'h′_v = Σ_u a_vu h_u + b'],
    [{ conv: 'appnp', hops: 1, residual: 'initial' }, 1, 'h′_v = 0.9 (0.9 Σ_u a_vu h_u + 0.1 h⁰_v) + 0.1 h⁰_v'],
    [{ conv: 'rgcn', hops: 1, options: { bases: 1 } }, 1, 'h′_v = Σ_r (Σ_i c_ri B_i) mean_u h_u + W_root h_v + b'],
  ])('writes the formula with the options and the place in the stack: %j, hop %i', async (given, hop, formula) => {
    expect((await explained(given, 0, hop)).formula).toBe(formula);
  });

  it('refuses to spell out more than a person or a page could take', async () => {
    const star = graphFromPlain({
      nodes: 3000,
      edges: Array.from({ length: 2999 }, (_, v): [number, number] => [0, v + 1]),
    });
    const recipe = validateRecipe({ hops: 2, input: { kind: 'onehot' } });
    const embeddings = await runRecipe(star, recipe, () => {});
    await expect(explainNode(star, recipe, embeddings, 0, 1)).rejects.toThrow('hears 3,000 messages of 3,000 numbers');
    expect((await explainNode(star, recipe, embeddings, 0, 2)).messages).toHaveLength(3000);
  });

  it('refuses a hop or a node that is not there', async () => {
    await expect(explained({ hops: 2 }, 0, 0)).rejects.toThrow('Hop 0 cannot be explained: this trace has hops 1 to 2');
    await expect(explained({ hops: 2 }, 0, 3)).rejects.toThrow('Hop 3');
    await expect(explained({ hops: 2 }, 4, 1)).rejects.toThrow('numbered 0 to 3');
    await expect(explained({ hops: 0 }, 0, 1)).rejects.toThrow('no hop');
  });
});
