import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowOf } from './use-window';

it('has all that is in sight and little more, wherever it is scrolled to', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(200_000), fc.integer({ min: 1, max: 800 }), (count, offset, room) => {
      const { first, end } = windowOf(count, offset, room, 24);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      for (let i = Math.floor(offset / 24); i < Math.min(count, (offset + room) / 24); i++) {
        expect(i >= first && i < end).toBe(true);
      }
      expect(end - first).toBeLessThanOrEqual(room / 24 + 10);
    }),
  );
});
