import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../from-plain';
import golden from './fixtures/pyg-gdc.json';
import { diffused } from './gdc';

const graphOf = (directed: boolean, weighted: boolean) =>
  graphFromPlain({
    directed,
    nodes: golden.nodes,
    edges: golden.edges.map(([u, v, w]): [number, number, number] => [u, v, weighted ? w : 1]),
  });

describe('diffusion', () => {
  it.each(golden.cases)('is PyG’s: directed $directed, weighted $weighted, alpha $alpha, k $k', (one) => {
    const { source, target, weight, directed } = diffused(graphOf(one.directed, one.weighted), one.alpha, one.k);
    expect(directed).toBe(true);
    const heard = one.heard.map((row) => row.map(() => 0));
    source.forEach((u, e) => {
      heard[u][target[e]] += weight?.[e] ?? Number.NaN;
    });
    const off = heard.flatMap((row, u) => row.map((value, v) => Math.abs(value - one.heard[u][v])));
    expect(Math.max(...off)).toBeLessThan(1e-6);
  });

  it('has a node hear itself alone where it hears nobody, and all of a pair', () => {
    const { source, target, weight } = diffused(graphFromPlain({ nodes: 3, edges: [[0, 1]] }), 0.5, 2);
    expect(Array.from(source, (u, e) => [u, target[e]])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [2, 2],
    ]);
    // T is ½ everywhere in the pair: ½ of itself at once, and half of the other half.
    for (const [e, expected] of [0.75, 0.25, 0.75, 0.25, 1].entries()) expect(weight?.[e]).toBeCloseTo(expected, 7);
  });

  it('refuses weights below 0, on which the sum need not end, and says what to take', () => {
    const signed = (directed: boolean) =>
      graphFromPlain({
        ...{ nodes: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], directed },
        edges: [
          ['a', 'b', 3],
          ['b', 'c', -2.5],
        ],
      });
    expect(() => diffused(signed(false), 0.15, 2)).toThrow(
      'Diffusion is for weights of 0 and more, and the edge from b to c has -2.5. Take random flips (flip).',
    );
    expect(() => diffused(signed(true), 0.15, 2)).toThrow(/Leave the rewiring out\.$/);
  });

  it('refuses what would take too long, and says what to take', () => {
    const large = graphFromPlain({ nodes: 20_000, edges: [] });
    expect(() => diffused(large, 0.15, 4)).toThrow(
      'Diffusion on 20,000 nodes and 0 edges would take too long. Take a part of the graph, or FoSR (fosr).',
    );
  });
});
