import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphFromPlain } from '../../../graph/from-plain';
import { seededRandom } from '../../../graph/random';
import { structureOf } from '../structure';
import { type Buffers, OUTPUTS, type Work } from './loops';
import { onSimd } from './simd';
import { plainly, workOf } from './sums';

/** Embeddings around every width at which the SIMD loops change their step; at random, or collapsed up to `apart`. */
const anyWork = fc
  .record({
    rows: fc.integer({ min: 1, max: 70 }),
    columns: fc.oneof(fc.integer({ min: 1, max: 37 }), fc.constantFrom(255, 256, 257, 300)),
    scale: fc.constantFrom(0, 1e-45, 1e-30, 1, 1e30, 1e38),
    apart: fc.constantFrom(null, 0, 1e-6),
    density: fc.double({ min: 0, max: 0.2, noNaN: true }),
    weighted: fc.boolean(),
    directed: fc.boolean(),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ rows, columns, scale, apart, density, weighted, directed, seed }) => {
    const random = seededRandom(seed);
    const edges = Array.from({ length: Math.round(density * rows * rows) }, (): [number, number, number?] => {
      const ends: [number, number] = [random.below(rows), random.below(rows)];
      return weighted ? [...ends, random.below(3)] : ends;
    });
    const structure = structureOf(graphFromPlain({ nodes: rows, edges, directed }));
    const zero = Array.from({ length: rows }, () => random.uniform() < 0.1);
    const shared = Array.from({ length: columns }, () => random.normal() / 3);
    /** On every other embedding rows tend to √d̃, where the normalised energy vanishes, and else to one point. */
    const root = structure.neighbourhood.scale.map((s) => (seed % 2 === 0 && s > 0 ? 1 / s : 1));
    const data = Float32Array.from({ length: rows * columns }, (_, at) => {
      const r = Math.floor(at / columns);
      const own = Math.max(-3, Math.min(3, random.normal()));
      if (apart !== null) return (scale / 20) * root[r] * (shared[at % columns] + apart * own);
      return zero[r] ? 0 : own * scale;
    });
    return workOf({ kind: 'dense', rows, columns, data }, structure);
  });

it('the SIMD loops do what the plain loops do', () => {
  fc.assert(
    fc.property(anyWork, (work) => {
      const plain = plainly(work);
      const simd = simdOf(work);
      for (const pass of ['sumRows', 'sumDeviations', 'sumPairs'] as const) {
        plain.loops[pass](plain.buffers);
        simd.loops[pass](simd.buffers);
        // The mean row and the mean direction, as `denseSums` makes them.
        if (pass === 'sumRows') for (const side of [plain, simd]) means(side.buffers);
        for (const name of OUTPUTS) {
          // `totals` are compared below.
          if (name === 'scratch' || name === 'totals') continue;
          const [expected, found] = [plain.buffers[name], unpadded(simd.buffers, name, work.columns)];
          const size = expected.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
          const error = expected.reduce((most, x, k) => Math.max(most, Math.abs(x - found[k])), 0);
          expect(error, `${pass} ${name}`).toBeLessThanOrEqual(1e-12 * size);
        }
        // Lengths are summed in another order, so unit rows are rounded otherwise; the other differences are the same to the bit.
        const floors = { sumRows: [], sumDeviations: [0, 1e-29 * work.rows, 0], sumPairs: [0, 0] }[pass];
        floors.forEach((floor, k) => {
          const [expected, found] = [plain.buffers.totals[k], simd.buffers.totals[k]];
          expect(Math.abs(found - expected), `${pass} ${k}`).toBeLessThanOrEqual(1e-9 * expected + floor);
        });
      }
    }),
    { numRuns: 300 },
  );
});

function simdOf(work: Work) {
  const simd = onSimd(work);
  if (!simd) throw new Error('There is no SIMD here to test.');
  return simd;
}

function means({ rows, x, mean, direction, squares }: Buffers): void {
  const nonZero = squares.filter((square) => square > 0).length;
  for (let c = 0; c < mean.length; c++) {
    mean[c] = x[c] + mean[c] / rows;
    direction[c] /= Math.max(1, nonZero);
  }
}

/** The output without what stands in the columns that are not there, which has to be zero. */
function unpadded(buffers: Buffers, name: (typeof OUTPUTS)[number], columns: number): Float64Array {
  const { width } = buffers;
  if (name === 'squares') return buffers[name];
  expect(
    buffers[name].every((x, at) => at % width < columns || x === 0),
    name,
  ).toBe(true);
  return buffers[name].filter((_, at) => at % width < columns);
}

it('memory that would grow too large is refused, so that the plain loops take over', () => {
  const structure = structureOf(graphFromPlain({ nodes: 1, edges: [] }));
  const work = workOf({ kind: 'dense', rows: 1, columns: 1, data: new Float32Array(1) }, structure);
  expect(onSimd({ ...work, lengths: (width) => ({ ...work.lengths(width), along: 2 ** 25 }) })).toBeNull();
});
