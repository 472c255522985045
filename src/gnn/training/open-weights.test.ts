import { expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { factsOf } from '../../recipe/facts';
import { validateRecipe } from '../../recipe/validate';
import { openWeights } from './open-weights';

const graph = graphFromPlain({ nodes: 2, edges: [[0, 1]], features: [[1], [2]] });
const recipe = validateRecipe({ conv: 'gin', hops: 1, width: 1, input: { kind: 'given' } }, factsOf(graph));

it("reads the names of PyG's own MLP inside GIN", () => {
  const one = (value: number, ...shape: number[]) => ({ shape, data: Float32Array.of(value) });
  const state = openWeights(graph, recipe, {
    'convs.0.eps': one(0, 1),
    'convs.0.nn.lins.0.weight': one(2, 1, 1),
    'convs.0.nn.lins.0.bias': one(3, 1),
    'convs.0.nn.lins.1.weight': one(4, 1, 1),
    'convs.0.nn.lins.1.bias': one(5, 1),
  });
  expect(Object.entries(state).map(([name, { data }]) => [name, data[0]])).toEqual([
    ['convs.0.eps', 0],
    ['convs.0.nn.0.weight', 2],
    ['convs.0.nn.0.bias', 3],
    ['convs.0.nn.2.weight', 4],
    ['convs.0.nn.2.bias', 5],
  ]);
});
