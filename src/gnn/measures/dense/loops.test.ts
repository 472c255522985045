import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphFromPlain } from '../../../graph/from-plain';
import { seededRandom } from '../../../graph/random';
import { structureOf } from '../structure';
import { type Buffers, OUTPUTS } from './loops';
import { onSimd } from './simd';
import { plainly, workOf } from './sums';

/** Embeddings around every width at which the SIMD loops change their step. */
const anyWork = fc
  .record({
    rows: fc.integer({ min: 1, max: 70 }),
    columns: fc.integer({ min: 1, max: 37 }),
    scale: fc.constantFrom(0, 1e-45, 1e-20, 1, 1e20, 1e38),
    density: fc.double({ min: 0, max: 0.2, noNaN: true }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ rows, columns, scale, density, seed }) => {
    const random = seededRandom(seed);
    const edges = Array.from({ length: Math.round(density * rows * rows) }, (): [number, number] => [
      random.below(rows),
      random.below(rows),
    ]);
    const zero = Array.from({ length: rows }, () => random.uniform() < 0.1);
    const data = Float32Array.from({ length: rows * columns }, (_, at) =>
      zero[Math.floor(at / columns)] ? 0 : Math.max(-3, Math.min(3, random.normal())) * scale,
    );
    return workOf({ kind: 'dense', rows, columns, data }, structureOf(graphFromPlain({ nodes: rows, edges })), true);
  });

it('the SIMD loops do what the plain loops do', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      const plain = plainly(work);
      const simd = onSimd(work.shape, work.inputs, work.lengths);
      if (!simd) throw new Error('There is no SIMD here to test.');
      for (const pass of ['sumRows', 'sumDeviations', 'sumPairs', 'sumProducts'] as const) {
        plain.loops[pass](plain.buffers);
        simd.loops[pass](simd.buffers);
        for (const name of OUTPUTS) {
          // What only the SIMD loop writes, or both only above the diagonal.
          if (name === 'partial' || name === 'products') continue;
          const size = plain.buffers[name].reduce((most, x) => Math.max(most, Math.abs(x)), 0);
          const error = plain.buffers[name].reduce(
            (most, x, k) => Math.max(most, Math.abs(x - simd.buffers[name][k])),
            0,
          );
          expect(error, `${pass} ${name}`).toBeLessThanOrEqual(1e-12 * size);
        }
      }
      // Only its tiles on and above the diagonal are written by both; the same sums in the same order.
      const width = Math.sqrt(work.lengths.products);
      const upper = ({ products }: Buffers) => products.filter((_, at) => at % width >= Math.floor(at / width));
      expect(upper(simd.buffers)).toEqual(upper(plain.buffers));
    }),
  );
});

it('memory that would grow too large is refused, so that the plain loops take over', () => {
  const structure = structureOf(graphFromPlain({ nodes: 1, edges: [] }));
  const { shape, inputs, lengths } = workOf(
    { kind: 'dense', rows: 1, columns: 1, data: new Float32Array(1) },
    structure,
    true,
  );
  expect(onSimd(shape, inputs, { ...lengths, along: 2 ** 25 })).toBeNull();
});
