import { describe, expect, it } from 'vitest';
import { componentsOf } from '../components';
import { treeNeighboursMatch } from './tree-neighbours-match';

const ones = (row: Float32Array) => [...row.keys()].filter((column) => row[column] === 1);

describe('Tree-NeighborsMatch', () => {
  const [radius, leaves, size] = [3, 8, 15];
  const graph = treeNeighboursMatch({ radius, trees: 40, seed: 5 });
  const { features } = graph;
  if (features?.kind !== 'dense') throw new Error('its features are dense');
  const row = (node: number) => features.data.subarray(node * 2 * leaves, (node + 1) * 2 * leaves);

  it('asks of every root what the leaf with its key says', () => {
    expect([graph.nodeCount, graph.edgeCount, componentsOf(graph).count]).toEqual([40 * size, 40 * (size - 1), 40]);
    for (let root = 0; root < graph.nodeCount; root += size) {
      const [key, ...none] = ones(row(root));
      expect([key < leaves, none]).toEqual([true, []]);
      const said = Array.from({ length: leaves }, (_, leaf) => ones(row(root + size - leaves + leaf)));
      expect(said.map(([own]) => own)).toEqual([...said.keys()]);
      expect(said.map(([, value]) => value - leaves).sort((a, b) => a - b)).toEqual([...said.keys()]);
      expect(graph.labels?.[root]).toBe(said[key][1] - leaves);
    }
  });

  it('leads from child to parent, and has only roots to learn from', () => {
    expect(graph.directed).toBe(true);
    for (let e = 0; e < graph.edgeCount; e++) {
      const [child, parent] = [graph.source[e] % size, graph.target[e] % size];
      expect(parent).toBe(Math.floor((child - 1) / 2));
    }
    expect([...(graph.split?.train ?? [])]).toEqual(Array.from({ length: 40 }, (_, tree) => tree * size));
    expect([graph.split?.validation.length, graph.split?.test.length]).toEqual([0, 0]);
    expect(graph.labels?.filter((label) => label >= 0)).toHaveLength(40);
  });

  it('is the same from the same seed, and refuses what is too large', () => {
    const again = (seed: number) => [...(treeNeighboursMatch({ radius, trees: 40, seed }).labels ?? [])];
    expect(again(5)).toEqual([...(graph.labels ?? [])]);
    expect(again(6)).not.toEqual(again(5));
    expect(() => treeNeighboursMatch({ radius: 9, trees: 1, seed: 1 })).toThrow(
      'radius is 9; choose a whole number from 1 to 8',
    );
    expect(() => treeNeighboursMatch({ radius: 8, trees: 500, seed: 1 })).toThrow('choose up to 195 trees');
  });
});
