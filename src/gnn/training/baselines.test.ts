import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { labelPropagation } from './label-propagation';
import { majorityClass } from './majority';

/** A self-loop, a duplicate edge and an isolated node; nodes 6 and 7 hear no label. */
const graph = graphFromPlain({
  nodes: 8,
  edges: [
    [0, 1],
    [1, 2],
    [2, 0],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 3],
    [6, 6],
    [5, 4],
  ],
  labels: [0, 1, 1, 2, 2, 2, 0, 1],
});

describe('label propagation', () => {
  it("spreads as PyG's LabelPropagation(50, 0.9)", () => {
    // Its output of columns 0 and 2 for the training nodes 0 and 5; column 1 is 0 throughout.
    const reference = [
      [0.25457849924196013, 0.0791102686977705],
      [0.18561298200058085, 0.0791102686977705],
      [0.19338080658861445, 0.11842101591298525],
      [0.10548039755552512, 0.2009569593761416],
      [0.0791102686977705, 0.2444677484436453],
      [0.0791102686977705, 0.30696774845122293],
    ];
    const { label, confidence } = labelPropagation(graph, Int32Array.of(0, 5), 1);
    expect([...label]).toEqual([0, 0, 0, 2, 2, 2, 1, 1]);
    reference.forEach(([zero, two], node) => {
      expect(confidence[node]).toBeCloseTo(Math.max(zero, two) / (zero + two), 6);
    });
    expect([...confidence.slice(6)]).toEqual([0, 0]);
  });

  it('hears only along directed edges, by their weight', () => {
    const edges: [number, number, number][] = [
      [0, 2, 3],
      [1, 2, 1],
      [2, 3, 1],
    ];
    const arrow = graphFromPlain({ directed: true, nodes: 4, edges, labels: [0, 1, 0, 0] });
    // Nobody hears the nodes without incoming edges: their degree is 0, and PyG gives such edges the weight 0.
    expect([...labelPropagation(arrow, Int32Array.of(0, 1), 1).label]).toEqual([0, 1, 1, 1]);
  });
});

describe('majority class', () => {
  it('is the most frequent class of the training nodes, whatever the others are', () => {
    const { label, confidence } = majorityClass(Int32Array.of(0, 1, 1, 2, 2, 2, -1), Int32Array.of(0, 1, 2), 3);
    expect([...label]).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(confidence[0]).toBeCloseTo(2 / 3, 6);
  });
});
