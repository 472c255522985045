import { expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { completeRecipe } from '../../recipe/defaults';
import type { Recipe } from '../../recipe/recipe';
import { stackShape } from '../models/widths';
import { refuseBeyondTraining } from './budget';

const graph = graphFromPlain({ nodes: 100_000, edges: [] });
const training =
  (given: Partial<Recipe>, on = graph) =>
  () => {
    const recipe = completeRecipe(given);
    refuseBeyondTraining({ graph: on, recipe, shape: stackShape(recipe, 64, on) });
  };

it('refuses a training whose hops do not fit, and says how many, or how wide ones, would', () => {
  expect(training({ hops: 2, width: 64 })).not.toThrow();
  expect(training({ hops: 64, width: 64 })).toThrow(
    'about 12.2 GiB for 64 hops of 100,000 nodes, and the budget is 2.0. Take at most 10 hops, or a width of at most 10.',
  );
  expect(training({ hops: 64, width: 10 })).not.toThrow();
  expect(training({ hops: 10, width: 64 })).not.toThrow();
  expect(training({ hops: 11, width: 64 })).toThrow('at most 10 hops');
});

it('counts what a layer makes on its way', () => {
  const relations = Array.from({ length: 40 }, (_, r) => ({ source: 0, target: 1, relation: r }));
  const related = graphFromPlain({ nodes: 100_000, edges: relations });
  // Of each hop 8 copies and 3 for each of 40 relations: 128 × 25.6 MB.
  expect(training({ conv: 'rgcn', hops: 2, width: 64 }, related)).toThrow(
    'about 6.1 GiB for 2 hops of 100,000 nodes, the sums of 40 relations, and the budget is 2.0. Take a width of at most 20.',
  );
  expect(training({ conv: 'rgcn', hops: 2, width: 20 }, related)).not.toThrow();
  expect(training({ conv: 'rgcn', hops: 2, width: 64 })).not.toThrow();
});
