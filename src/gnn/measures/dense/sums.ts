import type { DenseMatrix } from '../../../graph/graph';
import { wholeSide } from '../../linear-algebra/gram';
import { BLOCK_ROWS, paddedWidth, unpadded } from '../../linear-algebra/gram-blocks';
import { gramOf } from '../spectrum';
import type { Structure } from '../structure';
import type { Sums } from '../sums';
import { type Buffers, type Inputs, type Loops, OUTPUTS, type OutputName, plainLoops } from './loops';
import { onSimd } from './simd';

/** Two passes over the rows, one over the pairs of neighbours, and one for the Gram matrix. */
export function denseSums(embedding: DenseMatrix, structure: Structure): Sums {
  const { rows, columns, data } = embedding;
  const side = wholeSide(embedding);
  const work = workOf(embedding, structure, side === 'columns');
  const { loops, buffers } = onSimd(work.shape, work.inputs, work.lengths) ?? plainly(work);
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
    ...{ squaredLengths: squares.slice(), squaredNorm, absoluteSums: absolute.slice() },
  };
  const energies = { plain: 0, normalised: 0 };
  if (!Number.isFinite(squaredNorm)) return { summary, energies, gram: null };

  for (let c = 0; c < columns; c++) {
    // First row + mean of the differences from it: the mean of equal rows is that row to the last bit.
    mean[c] = data[c] + mean[c] / rows;
    direction[c] /= Math.max(1, nonZero);
  }
  loops.sumDeviations(buffers);
  [summary.aboutMean, summary.spread, summary.aboutSubspace] = totals;
  loops.sumPairs(buffers);
  [energies.plain, energies.normalised] = totals;
  if (side !== 'columns') return { summary, energies, gram: gramOf(embedding) };
  loops.sumProducts(buffers);
  return { summary, energies, gram: { side, values: unpadded(buffers.products, columns) } };
}

/** What the loops take, of an embedding and its graph's structure. */
export interface Work {
  shape: { rows: number; columns: number };
  inputs: Inputs;
  lengths: Record<OutputName, number>;
}

export function workOf({ rows, columns, data }: DenseMatrix, structure: Structure, withProducts: boolean): Work {
  const { pointer, other, scale, longest } = structure.neighbourhood;
  const { slots, slot, weight } = structure.subspace;
  const width = withProducts ? paddedWidth(columns) : 0;
  return {
    shape: { rows, columns },
    inputs: { x: data, weight, slot, pointer, other, scale },
    lengths: {
      ...{ squares: rows, mean: columns, absolute: columns, direction: columns, along: slots * columns, totals: 3 },
      ...{ partial: 2 * longest, block: BLOCK_ROWS * width, products: width * width },
    },
  };
}

/** The plain loops, on the inputs themselves and zeros for the outputs. */
export function plainly({ shape, inputs, lengths }: Work): { loops: Loops; buffers: Buffers } {
  const zeros = Object.fromEntries(OUTPUTS.map((name) => [name, new Float64Array(lengths[name])]));
  return { loops: plainLoops, buffers: { ...shape, ...inputs, ...(zeros as Record<OutputName, Float64Array>) } };
}
