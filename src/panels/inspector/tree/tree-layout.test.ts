import { describe, expect, it } from 'vitest';
import type { TreeLevel } from '../../../engine/protocol';
import { nextNode, placeTree, walkTo } from './tree-layout';

const shown = (...nodes: [node: number, parent: number, influence: number][]) =>
  nodes.map(([node, parent, influence]) => ({ node, parent, influence, unlinked: false }));
const levels: TreeLevel[] = [
  { hop: 2, shown: shown([7, -1, 4]), more: 0, silent: 0 },
  { hop: 1, shown: shown([7, 0, 1], [8, 0, 0.25]), more: 3, silent: 1 },
  { hop: 0, shown: shown([8, 0, 1], [7, 0, 0.5], [8, 1, 0.04]), more: 9, silent: 0 },
];
const shape = { width: 130, left: 20, right: 10, rise: 40, top: 12 };
const tree = placeTree(levels, shape);

describe('placeTree', () => {
  it('spreads every level over the width, hop by hop down', () => {
    expect(tree.map((level) => level.map(({ x }) => Number(x.toFixed(6))))).toEqual([
      [70],
      [45, 95],
      [36.666667, 70, 103.333333],
    ]);
    expect(tree.map(([{ y, hop }]) => [y, hop])).toEqual([
      [12, 2],
      [52, 1],
      [92, 0],
    ]);
  });

  it('draws links by the root of their share of the root’s influence', () => {
    expect(tree[1].map(({ strength }) => strength)).toEqual([0.5, 0.25]);
    expect(tree[2][2].strength).toBeCloseTo(0.1, 12);
  });

  it('marks a node that is on its level already', () => {
    expect(tree[2].map(({ again }) => again)).toEqual([false, false, true]);
    expect(
      tree
        .slice(0, 2)
        .flat()
        .some(({ again }) => again),
    ).toBe(false);
  });

  it('knows the walk to a node', () => {
    expect(walkTo(tree[2][2]).map(({ node }) => node)).toEqual([7, 8, 8]);
    expect(placeTree([], shape)).toEqual([]);
  });
});

describe('nextNode', () => {
  it('goes down to the strongest child, up to the parent, and along the level', () => {
    const [[root], [left, right], bottom] = tree;
    expect(nextNode(tree, root, 'ArrowDown')).toBe(left);
    expect(nextNode(tree, right, 'ArrowDown')).toBe(bottom[2]);
    expect(nextNode(tree, bottom[2], 'ArrowUp')).toBe(right);
    expect(nextNode(tree, left, 'ArrowRight')).toBe(right);
    expect(nextNode(tree, right, 'ArrowLeft')).toBe(left);
    expect(nextNode(tree, bottom[1], 'Home')).toBe(root);
    expect(nextNode(tree, root, 'End')).toBe(bottom[0]);
    for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowRight', 'Enter']) expect(nextNode(tree, root, key)).toBeNull();
    expect(nextNode(tree, bottom[0], 'ArrowDown')).toBeNull();
  });
});
