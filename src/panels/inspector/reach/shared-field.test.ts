import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGraph } from '../../../graph/arbitrary';
import { hopsFrom } from '../../../graph/hops';
import { hearingEachOther, reachSentence, sharedSentence } from './reach-words';
import { firstShared, heardBy, sharedField } from './shared-field';

describe('sharedField', () => {
  it('is the intersection and the union of two fields, on every graph and at every hop', () => {
    fc.assert(
      fc.property(arbitraryGraph({ maxNodes: 20, maxEdges: 40 }), fc.nat(), fc.nat(), fc.nat(5), (graph, a, b, hop) => {
        if (graph.nodeCount === 0) return;
        const [v, w] = [hopsFrom(graph, a % graph.nodeCount), hopsFrom(graph, b % graph.nodeCount)];
        const field = (hops: Int32Array) =>
          new Set(graph.ids.map((_, u) => u).filter((u) => hops[u] >= 0 && hops[u] <= hop));
        const [own, other] = [field(v), field(w)];
        const both = [...own].filter((u) => other.has(u)).length;
        expect(sharedField(v, w, hop)).toEqual({
          own: own.size,
          other: other.size,
          both,
          either: new Set([...own, ...other]).size,
        });
        expect(heardBy(5, v, w)[hop]).toBe(both);
        expect(heardBy(5, v)[hop]).toBe(own.size);
        const first = firstShared(v, w);
        expect(both > 0).toBe(first !== null && first <= hop);
      }),
    );
  });
});

describe('the words of reach', () => {
  /** The path 0 – 1 – 2 – 3 – 4 from its ends, and a node apart. */
  const left = Int32Array.of(0, 1, 2, 3, 4, -1);
  const right = Int32Array.of(4, 3, 2, 1, 0, -1);
  const names: [string, string] = ['Node 0', 'Node 4'];

  it('say what has been heard, and when it is all', () => {
    const heard = heardBy(4, left);
    expect(reachSentence('Node 0', 1, 6, heard)).toBe(
      'By hop 1 Node 0 has heard 2 of 6 nodes, 33\u202f%; by hop 4 it has heard 5 of 6 nodes, all it ever will.',
    );
    expect(reachSentence('Node 0', 9, 6, heard)).toBe('Node 0 has heard 5 of 6 nodes, all it ever will, since hop 4.');
    expect(reachSentence('Node 0', 2, 3, [1, 3])).toBe('Node 0 has heard all 3 nodes, since hop 1.');
    expect(reachSentence('Node 5', 3, 6, [1])).toBe('Node 5 hears nobody but itself, however many hops.');
  });

  it('say what two nodes share, and when they hear each other', () => {
    expect(sharedSentence(names, left, right, 1)).toBe(
      'By hop 1 Node 0 has heard 2 nodes, Node 4 2, and none in common; the first is heard by both at hop 2.',
    );
    expect(sharedSentence(names, left, right, 3)).toBe(
      'By hop 3 Node 0 has heard 4 nodes, Node 4 4, and 3 in common: 60\u202f% of the 5 that either has heard.',
    );
    const alone = Int32Array.of(-1, -1, -1, -1, -1, 0);
    expect(sharedSentence(names, left, alone, 2)).toContain('they will never hear a node in common');
    expect(hearingEachOther(names, 4, 4)).toBe('They hear each other from hop 4 on.');
    expect(hearingEachOther(names, 2, -1)).toBe('Node 0 hears Node 4 from hop 2 on; Node 4 never hears Node 0.');
    expect(hearingEachOther(names, -1, -1)).toBe('Neither ever hears the other.');
  });
});
