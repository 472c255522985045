import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGraph } from '../arbitrary';
import { componentsOf } from '../components';
import { applyEdits } from '../edits/apply-edits';
import { graphFromPlain } from '../from-plain';
import { karateClub } from '../generators/karate';
import type { DenseMatrix } from '../graph';
import { hopsFrom } from '../hops';
import { egoNetwork } from './ego';
import { inducedSubgraph, withOnlyEdges } from './induced';
import { coreNumbers, kCore } from './k-core';
import { randomWalk } from './random-walk';
import { sampled } from './sample';

const ascending = (nodes: Int32Array) => nodes.every((node, i) => i === 0 || nodes[i - 1] < node);
const karate = karateClub();

describe('inducedSubgraph', () => {
  it('keeps the edges between the nodes chosen, with all that belongs to them', () => {
    const graph = graphFromPlain({
      directed: true,
      nodes: [
        { id: 'a', class: 'x', age: 1 },
        { id: 'b', class: 'y', age: 2 },
        { id: 'c', class: 'x', age: 3 },
      ],
      edges: [
        ['a', 'b', 2],
        ['c', 'a', 3],
        ['c', 'c', 5],
      ],
      features: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      split: { train: [0, 1], validation: [], test: [2] },
    });
    const part = inducedSubgraph(graph, Int32Array.of(0, 2));
    expect(part).toMatchObject({
      ...{ nodeCount: 2, edgeCount: 2, ids: ['a', 'c'], classes: graph.classes },
      attributes: { age: [1, 3] },
    });
    expect([[...part.source], [...part.target], [...(part.weight ?? [])]]).toEqual([
      [1, 1],
      [0, 1],
      [3, 5],
    ]);
    expect([...(part.labels ?? [])]).toEqual([0, 0]);
    expect(part.features).toMatchObject({ rows: 2, data: Float32Array.of(1, 2, 5, 6) });
    expect([[...(part.split?.train ?? [])], [...(part.split?.test ?? [])]]).toEqual([[0], [1]]);
  });

  it('keeps the columns of edge features where no edge is left', () => {
    const graph = graphFromPlain({ nodes: 3, edges: [[0, 1]], edgeFeatures: [[5, 6]] });
    const alone: DenseMatrix = { kind: 'dense', rows: 0, columns: 2, data: new Float32Array() };
    expect(inducedSubgraph(graph, Int32Array.of(0, 2)).edgeFeatures).toEqual(alone);
    expect(withOnlyEdges(graph, Int32Array.of()).edgeFeatures).toEqual(alone);
    const again = applyEdits(graph, [
      { do: 'remove-edge', from: '0', to: '1' },
      { do: 'add-edge', from: '1', to: '2' },
    ]);
    expect(again.edgeFeatures).toEqual({ ...alone, rows: 1, data: Float32Array.of(0, 0) });
  });

  it('is the graph itself when every node is chosen', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        expect(inducedSubgraph(graph, Int32Array.from(graph.ids.keys()))).toEqual(graph);
      }),
    );
  });
});

describe('randomWalk', () => {
  it('gives as many nodes as asked for, the same for the same seed', () => {
    const once = randomWalk(karate, 12, 3);
    expect(once).toHaveLength(12);
    expect(ascending(once)).toBe(true);
    expect(randomWalk(karate, 12, 3)).toEqual(once);
    expect(randomWalk(karate, 12, 4)).not.toEqual(once);
  });

  it('stays in one piece while that is large enough', () => {
    for (let seed = 0; seed < 10; seed++) {
      expect(componentsOf(inducedSubgraph(karate, randomWalk(karate, 10, seed))).count).toBe(1);
    }
  });

  it('finds every node of any graph, and never more', () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.nat(20), (graph, count) => {
        expect(randomWalk(graph, count, 1)).toHaveLength(Math.min(count, graph.nodeCount));
      }),
    );
  });
});

describe('egoNetwork', () => {
  it('takes whole rings while they fit, and none farther than the last', () => {
    const hops = hopsFrom(karate, 0);
    for (const count of [1, 5, 17, 30, 40]) {
      const nodes = egoNetwork(karate, 0, count, 7);
      expect(nodes).toHaveLength(Math.min(count, 34));
      const furthest = Math.max(...nodes.map((node) => hops[node]));
      const inside = hops.filter((distance) => distance < furthest).length;
      expect(nodes.filter((node) => hops[node] < furthest)).toHaveLength(inside);
    }
  });

  it('ends where the component does, and goes against edges too', () => {
    const graph = graphFromPlain({
      directed: true,
      nodes: 4,
      edges: [
        [1, 0],
        [2, 1],
      ],
    });
    expect([...egoNetwork(graph, 0, 4, 1)]).toEqual([0, 1, 2]);
    expect([...egoNetwork(graph, 2, 2, 1)]).toEqual([1, 2]);
  });
});

/** Peels by the definition itself: everyone with fewer than k neighbours left goes, until nobody does. */
function coreByHand(graph: ReturnType<typeof karateClub>, k: number): number[] {
  const alive = new Set(graph.ids.keys());
  for (let gone = true; gone; ) {
    gone = false;
    for (const node of [...alive]) {
      let degree = 0;
      for (let e = 0; e < graph.edgeCount; e++) {
        const [u, v] = [graph.source[e], graph.target[e]];
        if (u !== v && (u === node || v === node) && alive.has(u) && alive.has(v)) degree++;
      }
      if (degree >= k) continue;
      alive.delete(node);
      gone = true;
    }
  }
  return [...alive];
}

describe('core numbers', () => {
  it('are those that peeling gives', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 9, maxEdges: 30 }), fc.nat(6), (graph, k) => {
        const cores = coreNumbers(graph);
        expect([...graph.ids.keys()].filter((node) => cores[node] >= k)).toEqual(coreByHand(graph, k));
      }),
    );
  });

  it('of the karate club go up to 4, for ten members', () => {
    const { nodes, k } = kCore(karate, 10);
    expect(k).toBe(4);
    expect(nodes).toHaveLength(10);
    expect(kCore(karate, 34).k).toBe(0);
    expect(kCore(karate, 3), 'even the innermost is larger').toEqual({ nodes, k });
  });
});

describe('sampled', () => {
  it('says in its name what it is', () => {
    expect(sampled(karate, { method: 'k-core', nodes: 10 }).name).toMatch(/: 4-core$/);
    expect(sampled(karate, { method: 'random-walk', nodes: 5, seed: 1 }).nodeCount).toBe(5);
    expect(sampled(karate, { method: 'ego', centre: karate.ids[0], nodes: 5, seed: 1 }).ids).toContain(karate.ids[0]);
  });

  it('refuses what is illegal and says why', () => {
    expect(() => sampled(karate, { method: 'ego', centre: 'nobody', nodes: 5, seed: 1 })).toThrow(/no node "nobody"/);
    expect(() => sampled(karate, { method: 'k-core', nodes: 0 })).toThrow(/nodes is 0/);
    expect(() => sampled(karate, { method: 'random-walk', nodes: 5, seed: -1 })).toThrow(/seed is -1/);
  });
});
