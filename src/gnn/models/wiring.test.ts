import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { DenseMatrix, Graph } from '../../graph/graph';
import { withZeroRows } from '../../graph/matrix-rows';
import { disjointUnion } from '../../graph/union';
import { wiringOf } from '../../graph/wiring/wiring';
import { CONVS, radiusOf } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import { validateRecipe } from '../../recipe/validate';
import { NODE_BACKENDS, useBackend } from '../testing/node';
import { explainNode } from './explain';
import { messagesAt } from './messages';
import { runRecipe } from './run';

/** A path with a loop, a duplicate, weights, relations and features of edges. */
const graph = graphFromPlain({
  nodes: 6,
  edges: [
    { source: 0, target: 1, weight: 2, relation: 0 },
    { source: 1, target: 2, weight: 1, relation: 1 },
    { source: 1, target: 2, weight: 1, relation: 1 },
    { source: 2, target: 2, weight: 3, relation: 0 },
    { source: 3, target: 4, weight: 1, relation: 1 },
  ],
  edgeFeatures: [[1], [0.5], [-1], [2], [0]],
  features: [
    [1, 0, -1],
    [0.5, 2, 0],
    [0, 1, 1],
    [-1, 0.5, 0],
    [2, 0, 1],
    [0, 0.25, -1],
  ],
});

const HEARING = CONVS.filter((conv) => radiusOf(validateRecipe({ conv })) > 0);
const settings = {
  hops: 3,
  width: 6,
  activation: 'tanh',
  encoder: 'linear',
  decoder: 'linear',
  input: { kind: 'given' },
};
const recipeOf = (on: Graph, given: object) => validateRecipe({ ...settings, ...given }, factsOf(on));
const quiet = () => {};
const numbers = (matrix: unknown) => [...(matrix as DenseMatrix).data];

describe.each(HEARING)('what %s hears along', (conv) => {
  beforeAll(() => useBackend('cpu'));

  it('is, with a virtual node, the graph that has it as a node of zeros', async () => {
    const along = wiringOf(graph, { virtualNode: true }).graph;
    const features = graph.features && withZeroRows(graph.features, 7);
    const asNode = await runRecipe({ ...along, features }, recipeOf(graph, { conv }), quiet);
    const { hops, logits } = await runRecipe(graph, recipeOf(graph, { conv, virtualNode: true }), quiet);
    expect(hops.map(numbers)).toEqual(asNode.hops.map(numbers));
    expect(numbers(logits)).toEqual(numbers(asNode.logits).slice(0, -6));
    expect(logits.rows).toBe(6);
  });

  it('is, in a fully-adjacent last layer, everybody', async () => {
    const last = wiringOf(graph, { fullyAdjacentLast: true }).last as Graph;
    const full = recipeOf(graph, { conv, fullyAdjacentLast: true });
    const { hops, parameters } = await runRecipe(graph, full, quiet);
    // The same hops before it, of which the last is known, on the graph where everybody is adjacent.
    const known = { hops: hops.slice(0, 3), parameters };
    const everywhere = await runRecipe(
      { ...last, features: graph.features },
      recipeOf(graph, { conv }),
      quiet,
      parameters,
      known,
    );
    expect(numbers(hops[3])).toEqual(numbers(everywhere.hops[3]));
  });

  it('is explained by the messages of the trace', async () => {
    const recipe = recipeOf(graph, { conv, virtualNode: true, fullyAdjacentLast: true });
    const embeddings = await runRecipe(graph, recipe, quiet);
    const explained = await explainNode(graph, recipe, embeddings, 5, 1);
    // Nobody but the virtual node, and in many layers itself.
    const others = explained.messages.map(({ from }) => from).filter((from) => from !== '5');
    expect(new Set(others)).toEqual(new Set(['virtual node']));
    const last = await explainNode(graph, recipe, embeddings, 5, 3);
    const heard = new Set(
      messagesAt(graph, recipe, 2).flatMap(({ pattern: { pointer, index } }) => [
        ...index.subarray(pointer[5], pointer[6]),
      ]),
    );
    expect(new Set(last.messages.map(({ from }) => from)).size).toBe(heard.size);
    expect(heard.size).toBeGreaterThanOrEqual(6);
    expect(last.output).toEqual(numbers(embeddings.hops[3]).slice(5 * 6, 6 * 6));
  });
});

describe.each([{ virtualNode: true }, { fullyAdjacentLast: true }])('%o', (given) => {
  it.each(NODE_BACKENDS)(
    'hears all of its graph and nothing of another, and leaves nothing behind: %s',
    async (backend) => {
      await useBackend(backend);
      const union = disjointUnion([graph, graph]);
      const recipe = recipeOf(union, { conv: 'sage', ...given });
      const before = memory().numTensors;
      const moved = { ...(union.features as DenseMatrix) };
      moved.data = moved.data.map((value, i) => (i < 3 ? value + 1 : value));
      const [one, other] = [
        await runRecipe(union, recipe, quiet),
        await runRecipe({ ...union, features: moved }, recipe, quiet),
      ];
      const differs = (row: number) =>
        numbers(one.logits)
          .slice(row * 6, row * 6 + 6)
          .some((value, c) => value !== numbers(other.logits)[row * 6 + c]);
      expect(Array.from({ length: 12 }, (_, row) => differs(row))).toEqual(
        Array.from({ length: 12 }, (_, row) => row < 6),
      );
      expect(memory().numTensors).toBe(before);
    },
  );
});
