import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import { edgesOf, keepRewired, rewiredGraph } from '../graph/wiring/wiring';
import { factsOf } from '../recipe/facts';
import type { Recipe } from '../recipe/recipe';
import { validateRecipe } from '../recipe/validate';
import { changedRecipe, recipeFor } from './recipe-change';
import { hopsHeard } from './stepping';
import { useStore } from './store';

const graph = (classes: number, columns: number, nodes = 6) =>
  graphFromPlain({
    nodes,
    edges: [[0, 1]],
    labels: Array.from({ length: nodes }, (_, i) => i % classes),
    features: Array.from({ length: nodes }, () => new Array<number>(columns).fill(1)),
  });
const six = graph(2, 3);
const trained = (given: object): Recipe => ({ ...validateRecipe(given, factsOf(six)), weights: { kind: 'trained' } });
const random = { kind: 'random', seed: 7, gain: 1 };

describe('weights that were trained', () => {
  it('stay on a graph that asks for the same shapes, and give way to random ones on any other', () => {
    const recipe = trained({ input: { kind: 'random', normalise: 'none' } });
    const on = (next: typeof six, given = recipe) => recipeFor(next, given, six).weights;
    expect(on(graph(2, 3))).toEqual({ kind: 'trained' });
    expect(on(graph(2, 5))).toEqual({ kind: 'trained' });
    expect(on(graph(3, 3))).toEqual(random);
    expect(on(graph(2, 5), trained({}))).toEqual(random);
    const onehot = trained({ input: { kind: 'onehot', normalise: 'none' } });
    expect(on(graph(2, 3, 8), onehot)).toEqual(random);
    expect(on(graphFromPlain({ nodes: 6, edges: [[0, 1, 1, 1]], labels: [0, 1, 0, 1, 0, 1] }))).toEqual(random);
  });

  it('stay through a change that leaves their shapes, and give way to random ones in any other', () => {
    const recipe = trained({ conv: 'gcnii', hops: 2 });
    const after = (change: Partial<Recipe>) => changedRecipe(recipe, change).weights;
    expect(after({ activation: 'tanh', residual: 'skip', dropout: 0.5 })).toEqual({ kind: 'trained' });
    expect(after({ options: { ...recipe.options, alpha: 0.5 } })).toEqual({ kind: 'trained' });
    expect(after({ hops: 2 })).toEqual({ kind: 'trained' });
    expect(after({ hops: 3 })).toEqual(random);
    expect(after({ norm: 'batch' })).toEqual(random);
    expect(after({ options: { ...recipe.options, sharedWeights: false } })).toEqual(random);
    expect(after({ conv: 'gcn' })).toEqual(random);
    expect(after({ hops: 3, weights: { kind: 'file' } })).toEqual({ kind: 'file' });
  });
});

describe('what messages run along', () => {
  it('goes with the recipe to a graph that can have it, and gives way, which is said, where it cannot', () => {
    const undirected = graphFromPlain({ nodes: 3, edges: [[0, 1]] });
    const directed = graphFromPlain({ directed: true, nodes: 3, edges: [[0, 1]] });
    const recipe = validateRecipe({ rewiring: { kind: 'fosr' }, virtualNode: true });
    expect(recipeFor(undirected, recipe, undirected).rewiring).toEqual({ kind: 'fosr', share: 0.1 });
    const next = recipeFor(directed, recipe, undirected);
    expect(next.rewiring).toBeUndefined();
    expect(next.virtualNode).toBe(true);
    expect(useStore.getState().notices.at(-1)?.detail).toMatch(/^FoSR is for undirected graphs/);
  });

  it('takes new weights where edges have relations of which there is one more then', () => {
    const typed = trained({ conv: 'rgcn' });
    expect(changedRecipe(typed, { virtualNode: true }).weights).toEqual(random);
    expect(changedRecipe(trained({ conv: 'gcn' }), { virtualNode: true }).weights).toEqual({ kind: 'trained' });
  });
});

describe('whom a node has heard', () => {
  const path = graphFromPlain({ nodes: 6, edges: [0, 1, 2, 3, 4].map((v): [number, number] => [v, v + 1]) });
  const heard = (given: object) => [...(hopsHeard(path, validateRecipe({ hops: 4, ...given }), 0) ?? [])];

  it('goes by what messages run along', () => {
    expect(heard({})).toEqual([0, 1, 2, 3, 4, 5]);
    expect(heard({ virtualNode: true })).toEqual([0, 1, 2, 2, 2, 2]);
    expect(heard({ fullyAdjacentLast: true })).toEqual([0, 1, 2, 3, 4, 4]);
    expect(heard({ fullyAdjacentLast: true, hops: 2 })).toEqual([0, 1, 2, 2, 2, 2]);
    expect(heard({ conv: 'mixhop', virtualNode: true })).toEqual([0, 1, 1, 1, 1, 1]);
    const diffused = { rewiring: { kind: 'gdc', alpha: 0.15, k: 6 } } as const;
    expect(heard(diffused), 'before the trace has told it').toEqual([]);
    keepRewired(path, diffused.rewiring, edgesOf(rewiredGraph(path, diffused.rewiring)));
    expect(Math.max(...heard(diffused))).toBe(1);
  });
});
