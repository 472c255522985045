import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { circlesOfFriends } from '../../graph/generators/circles';
import { grid } from '../../graph/generators/grid';
import { karateClub } from '../../graph/generators/karate';
import { completeRecipe } from '../../recipe/defaults';
import { factsOf } from '../../recipe/facts';
import { useBackend } from '../testing/node';
import { linearEnergies } from './linear-energies';

beforeAll(() => useBackend('wasm'));

const free = async () => {};
const recipeOn = (graph: Parameters<typeof factsOf>[0], hops: number) =>
  completeRecipe({ hops, width: 8, input: { kind: 'random', normalise: 'none' } }, factsOf(graph));

describe('the energy of linear propagation', () => {
  it.each([
    ['circles', circlesOfFriends],
    ['a club', karateClub],
    ['a grid', () => grid({ rows: 5, columns: 7 })],
  ])('is within 1 %% of what the eigenvalues predict until rounding hides it: %s', async (_, make) => {
    const graph = make();
    const tensors = memory().numTensors;
    const { energies, measured, floor, eigenvalues, slowest, asymptote } = await linearEnergies(
      graph,
      recipeOn(graph, 128),
      free,
    );
    expect(memory().numTensors).toBe(tensors);
    expect(eigenvalues[0]).toBeCloseTo(1, 10);
    expect(energies).toHaveLength(129);
    const until = floor ?? 129;
    expect(until).toBeGreaterThan(8);
    for (let k = 0; k < until; k++)
      expect(Math.abs((measured[k] ?? 0) / energies[k] - 1), `hop ${k}`).toBeLessThan(0.01);
    expect(slowest).toBeLessThan(1);
    expect(asymptote?.[128] ?? 0).toBeGreaterThan(0);
    expect(energies[128] / (asymptote?.[128] ?? 0)).toBeCloseTo(1, 1);
  });

  it('of two nodes is known by hand: S = ½ everywhere has the eigenvalues 1 and 0', async () => {
    const pair = graphFromPlain({ nodes: 2, edges: [[0, 1]], features: [[3], [1]] });
    const recipe = completeRecipe({ hops: 2, input: { kind: 'given', normalise: 'none' } }, factsOf(pair));
    const { eigenvalues, energies, slowest, floor } = await linearEnergies(pair, recipe, free);
    expect([...eigenvalues].map((value) => Math.round(value * 1e12) / 1e12)).toEqual([1, 0]);
    expect(energies[0]).toBeCloseTo(2, 12);
    expect(energies[1]).toBeCloseTo(0, 12);
    expect([slowest === null || slowest < 1e-9, floor]).toEqual([true, 1]);
  });

  it('is not told where the formula does not hold, or is too dear', async () => {
    const directed = graphFromPlain({ nodes: 2, edges: [[0, 1]], directed: true });
    await expect(linearEnergies(directed, recipeOn(directed, 2), free)).rejects.toThrow('This graph is directed');
    const large = grid({ rows: 40, columns: 40 });
    await expect(linearEnergies(large, recipeOn(large, 2), free)).rejects.toThrow('1,600 nodes, and up to 1,000');
  });
});
