import { describe, expect, it } from 'vitest';
import { EMPTY, type SceneInput } from './input';
import { nodesToName } from './names';

/** Two nodes at one place, one far off. */
const input: SceneInput = {
  ...EMPTY,
  graph: { ...EMPTY.graph, nodeCount: 3, names: ['a', 'b', 'c'] },
  places: Float32Array.of(-0.9, 0, -0.89, 0, 0.9, 0),
  radii: Float32Array.of(5, 9, 7),
  colours: new Uint8Array(12).fill(255),
};
const AT_HOME = 8;

describe('nodesToName', () => {
  it('is the largest of each cell, the largest first', () => {
    expect(nodesToName(input, AT_HOME)).toEqual([1, 2]);
  });

  it('is all of them from near', () => {
    expect(nodesToName(input, 16)).toEqual([1, 2, 0]);
  });

  it('leaves out what is faded, also where it would be the largest', () => {
    const colours = Uint8Array.from(input.colours);
    colours[7] = 96;
    expect(nodesToName({ ...input, colours }, AT_HOME)).toEqual([2, 0]);
  });

  it('is nobody where there are no names', () => {
    expect(nodesToName({ ...input, graph: { ...input.graph, names: null } }, AT_HOME)).toEqual([]);
  });
});
