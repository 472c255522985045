import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../graph/edits/edit';
import { graphFromPlain } from '../../../graph/from-plain';
import { changeFigures, differenceSentence, editsWords, firstChanged } from './difference-words';

const difference = {
  nodes: Int32Array.of(0, 2, 3),
  moved: [Float32Array.of(0, 0, 1e-9), Float32Array.of(0, 0.12, 2), null, Float32Array.of(1, 1, 3)],
  length: [Float32Array.of(1, 1, 1), Float32Array.of(1, 1, 100), Float32Array.of(1, 1, 1), Float32Array.of(1, 0, 1)],
};
const say = (hop: number, given = difference) => differenceSentence('Without it', given, hop, (node) => `node ${node}`);

describe('the difference in words', () => {
  it('counts what is moved by more than rounding, and names the most by its share', () => {
    expect(changeFigures(difference, 1)).toEqual({
      moved: 2,
      nodes: 3,
      most: { node: 2, share: expect.closeTo(0.12, 6) },
    });
    expect(say(1)).toBe(
      'Without it: at hop 1, 2 of 3 nodes are moved, node 2 most, by 12\u202f% of its length, the first that changes.',
    );
  });
  it('says where the change begins', () => {
    expect(firstChanged(difference)).toBe(1);
    expect(say(0)).toBe('Without it: at hop 0 no node is moved; first at hop 1.');
    expect(say(3)).toBe(
      'Without it: at hop 3, 3 of 3 nodes are moved, node 2 most, from a row of zeros; first changed at hop 1.',
    );
  });
  it('says what cannot be compared, and that nothing changes', () => {
    expect(say(2)).toBe('Without it: hop 2 has other columns and cannot be compared; first changed at hop 1.');
    const none = { ...difference, moved: difference.length.map(() => new Float32Array(3)) };
    expect(say(2, none)).toBe('Without it: no node is moved, at any hop.');
  });
});

it('begins with what an edit does, or with how many there are', () => {
  const graph = graphFromPlain({ nodes: 2, edges: [] });
  const edit: Edit = { do: 'remove-node', node: '1' };
  expect(editsWords([edit], graph)).toBe('Without node 1');
  expect(editsWords([edit, edit], graph)).toBe('With these 2 edits');
});
