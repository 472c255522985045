import { describe, expect, it } from 'vitest';
import { edgeColours } from './edge-colour';

const typed = { edgeCount: 3, relation: Int32Array.of(0, 1, 0), relations: ['knows', 'likes'] };
const plain = { edgeCount: 2, relation: null, relations: [] };
const changes = {
  added: { source: Int32Array.of(0), target: Int32Array.of(1) },
  removed: Int32Array.of(1),
  degreesKept: false,
};
const lines = (colours: Uint8Array | null) =>
  Array.from({ length: (colours?.length ?? 0) / 4 }, (_, line) => [...(colours ?? []).slice(4 * line, 4 * line + 4)]);

describe('colours of edges', () => {
  it('are those of their types, and none where there is one type or none', () => {
    const [first, second, third] = lines(edgeColours(typed, 'light'));
    expect(first).toEqual(third);
    expect(first).not.toEqual(second);
    expect(edgeColours(plain, 'light')).toBeNull();
    expect(edgeColours({ ...typed, relations: ['knows'] }, 'light')).toBeNull();
  });

  it.each(['light', 'dark'] as const)('tell what a rewiring leaves out and adds, which comes last: %s', (theme) => {
    const [kept, removed, added] = lines(edgeColours(plain, theme, changes));
    // No colour of its own: it is drawn as all are.
    expect(kept).toEqual([0, 0, 0, 0]);
    expect(removed[3]).toBeGreaterThan(0);
    expect(added[3]).toBe(255);
    expect(added.slice(0, 3)).not.toEqual(removed.slice(0, 3));
    expect(lines(edgeColours(typed, theme, changes))).toHaveLength(4);
  });
});
