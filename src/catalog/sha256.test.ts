import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256, sha256Loop } from './sha256';

const reference = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('agrees with the published example', async () => {
  expect(await sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('is the same with and without the browser’s own', async () => {
  const lengths = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(55, 56, 63, 64, 119, 120));
  const content = lengths.chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
  await fc.assert(
    fc.asyncProperty(content, async (drawn) => {
      const bytes = new Uint8Array(drawn);
      expect(Buffer.from(sha256Loop(bytes)).toString('hex')).toBe(reference(bytes));
      expect(await sha256(bytes)).toBe(reference(bytes));
    }),
  );
});
