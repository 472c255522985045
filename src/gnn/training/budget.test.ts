import { expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { completeRecipe } from '../../recipe/defaults';
import { refuseBeyondTraining } from './budget';

const graph = graphFromPlain({ nodes: 100_000, edges: [] });
const training = (hops: number, width: number) => () =>
  refuseBeyondTraining({
    graph,
    recipe: completeRecipe({ hops, width }),
    shape: { widths: new Array<number>(hops + 1).fill(width) },
  });

it('refuses a training whose hops do not fit, and says how many would', () => {
  expect(training(2, 64)).not.toThrow();
  expect(training(64, 64)).toThrow(
    'about 12.2 GiB for 64 hops of 100,000 nodes, and the budget is 2.0. Take at most 10 hops, or a smaller width.',
  );
  expect(training(10, 64)).not.toThrow();
  expect(training(11, 64)).toThrow('at most 10 hops');
});
