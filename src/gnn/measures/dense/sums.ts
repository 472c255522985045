import type { DenseMatrix } from '../../../graph/graph';
import type { Structure } from '../structure';
import type { Sums } from '../sums';
import { type Buffers, type Loops, OUTPUTS, type OutputName, plainLoops, type Work } from './loops';
import { onSimd } from './simd';

/** Two passes over the rows and one over the pairs of neighbours. */
export function denseSums(embedding: DenseMatrix, structure: Structure): Sums {
  const { rows, columns, data } = embedding;
  const work = workOf(embedding, structure);
  const { loops, buffers } = onSimd(work) ?? plainly(work);
  const { squares, mean, absolute, direction, totals } = buffers;
  loops.sumRows(buffers);
  let squaredNorm = 0;
  let nonZero = 0;
  for (const square of squares) {
    squaredNorm += square;
    if (square > 0) nonZero++;
  }
  const summary = {
    ...{ rows, nonZero, spread: 0, aboutMean: 0, aboutSubspace: 0 },
    ...{ squaredLengths: squares.slice(), squaredNorm, absoluteSums: absolute.slice(0, columns) },
  };
  const energies = { plain: 0, normalised: 0 };
  if (!Number.isFinite(squaredNorm)) return { summary, energies };

  for (let c = 0; c < columns; c++) {
    // First row + mean of the differences from it: the mean of equal rows is that row to the last bit.
    mean[c] = data[c] + mean[c] / rows;
    direction[c] /= Math.max(1, nonZero);
  }
  loops.sumDeviations(buffers);
  [summary.aboutMean, summary.spread, summary.aboutSubspace] = totals;
  loops.sumPairs(buffers);
  [energies.plain, energies.normalised] = totals;
  return { summary, energies };
}

export function workOf({ rows, columns, data }: DenseMatrix, { neighbourhood, subspace }: Structure): Work {
  const { pointer, other, weight, scale } = neighbourhood;
  const { slots, slot, weight: basis } = subspace;
  return {
    ...{ rows, columns, inputs: { x: data, basis, slot, pointer, other, weight, scale } },
    lengths: (width) => ({
      ...{ squares: rows, mean: width, absolute: width, direction: width, along: Math.max(1, slots) * width },
      ...{ scratch: Math.max(32, width), totals: 4 },
    }),
  };
}

/** The plain loops, on the inputs themselves and zeros for the outputs. */
export function plainly({ rows, columns, inputs, lengths }: Work): { loops: Loops; buffers: Buffers } {
  const sizes = lengths(columns);
  const zeros = Object.fromEntries(OUTPUTS.map((name) => [name, new Float64Array(sizes[name])]));
  return {
    loops: plainLoops,
    buffers: { rows, width: columns, ...inputs, ...(zeros as Record<OutputName, Float64Array>) },
  };
}
