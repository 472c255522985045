import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../src/graph/from-plain';
import { CONVS, DESCRIPTORS } from '../../src/recipe/descriptors';
import { factsOf } from '../../src/recipe/facts';
import { REWIRINGS } from '../../src/recipe/rewiring';
import { NORMS, RESIDUALS, validateRecipe } from '../../src/recipe/validate';
import { validateTask } from '../../src/recipe/validate-task';
import { COMBINATIONS, combinationOf, planOf, seedsFrom } from './plan';

const seeds = seedsFrom(1, 2 * COMBINATIONS.length);
const plans = seeds.map(planOf);

describe('plans of the soak', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(planOf(5)).toEqual(planOf(5));
    expect(planOf(5).graph).not.toEqual(planOf(5 + COMBINATIONS.length).graph);
  });

  it('are legal, on graphs of 50 nodes and more, for 5 epochs and more', () => {
    for (const { graph: plain, recipe, task } of plans) {
      const graph = graphFromPlain(plain);
      expect(() => validateRecipe(recipe, factsOf(graph))).not.toThrow();
      expect(() => validateTask(task, graph.split !== null, validateRecipe(recipe).conv)).not.toThrow();
      expect(graph.nodeCount).toBeGreaterThanOrEqual(50);
      expect(task.epochs).toBeGreaterThanOrEqual(5);
    }
  });

  it('cover every convolution with every norm and residual in as many seeds as there are', () => {
    const lap = seedsFrom(1000, COMBINATIONS.length).map((seed) => JSON.stringify(combinationOf(seed)));
    expect(new Set(lap).size).toBe(CONVS.length * NORMS.length * RESIDUALS.length);
    for (const { combination, recipe } of plans) expect(recipe).toMatchObject(combination);
  });

  it('give norm and residual a place to act in every second lap', () => {
    for (const { seed, recipe } of plans.filter((plan) => plan.seed < COMBINATIONS.length)) {
      expect(recipe.hops, `seed ${seed}`).toBeGreaterThanOrEqual(2);
      expect(recipe.weights?.kind).toBe('random');
      if (recipe.residual !== 'none') expect(recipe.encoder).toBe('linear');
    }
  });

  it('draw every option of every convolution', () => {
    for (const conv of CONVS) {
      const own = plans.filter(({ combination }) => combination.conv === conv);
      for (const name of Object.keys(DESCRIPTORS[conv].options)) {
        const drawn = new Set(own.map(({ recipe }) => recipe.options?.[name]));
        expect(drawn.size, `${conv}: ${name}`).toBeGreaterThan(1);
      }
    }
  });

  it('draw every change of what messages run along', () => {
    const kinds = new Set(plans.map(({ recipe }) => recipe.rewiring?.kind ?? 'none'));
    expect([...kinds].sort()).toEqual([...REWIRINGS, 'none'].sort());
    for (const field of ['virtualNode', 'fullyAdjacentLast'] as const) {
      expect(plans.filter(({ recipe }) => recipe[field]).length, field).toBeGreaterThan(20);
    }
  });

  it('meet every kind of graph and what a recipe can ask of it', () => {
    const has = (what: (plan: (typeof plans)[number]) => unknown) => plans.filter(what).length;
    expect(has(({ graph }) => graph.directed)).toBeGreaterThan(50);
    expect(has(({ graph }) => graph.edgeFeatures)).toBeGreaterThan(20);
    expect(has(({ graph }) => Array.isArray(graph.features))).toBeGreaterThan(50);
    expect(has(({ graph }) => graph.features && 'indices' in graph.features)).toBeGreaterThan(50);
    expect(has(({ graph }) => graph.edges.some((edge) => Array.isArray(edge) && (edge[2] ?? 1) < 0))).toBeGreaterThan(
      5,
    );
    expect(has(({ graph, combination }) => combination.conv === 'rgcn' && hasRelations(graph.edges))).toBeGreaterThan(
      5,
    );
    expect(has(({ refused }) => refused.length > 0)).toBeGreaterThan(50);
    const inputs = new Set(plans.map(({ recipe }) => recipe.input?.kind));
    expect([...inputs].sort()).toEqual(['columns', 'degree', 'given', 'onehot', 'random', 'spectral']);
  });

  it('can be of some convolutions alone', () => {
    expect(seedsFrom(3, 40, ['gat', 'mlp']).map((seed) => combinationOf(seed).conv)).toEqual(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 'mlp' : 'gat')),
    );
    expect(() => seedsFrom(1, 1, ['gnc'])).toThrow('there is no convolution gnc; there are gcn, sage,');
  });
});

function hasRelations(edges: readonly unknown[]): boolean {
  return edges.some((edge) => Array.isArray(edge) && edge[3] > 0);
}
