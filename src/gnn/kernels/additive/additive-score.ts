import {
  concat,
  expandDims,
  mul,
  stack,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
  transpose,
  unstack,
  zeros,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { Reduction, SparseOperand } from '../sparse-operand';
import { addParts, byEntry, bySegment } from '../spmm/reduce';
import { runScore, runTurn } from './kernel';

/** What additive scores are made of. */
export type Additive = {
  /** (rows, heads · C) */
  left: Tensor2D;
  /** (columns, heads · C) */
  right: Tensor2D;
  /** (heads · C) */
  attention: Tensor1D;
  /** (entries, D) features of the entries, and (heads · C, D) what these add to each column; or both null. */
  edges: Tensor2D | null;
  weight: Tensor2D | null;
};

/**
 * The scores of GATv2 (Brody, Alon & Yahav 2021, arXiv 2105.14491): for each entry of `matrix` and each head
 * `aᵀ leaky(left[row] + right[column] + W e)`. Neither forward nor backward makes a tensor of entries × columns.
 * Shapes: as in `Additive` → (entries, heads).
 * Gradients in all of them; in edges and weight one feature at a time.
 *
 * @param slope of the leaky ReLU below 0.
 */
export function additiveScore(matrix: SparseOperand, inputs: Additive, heads: number, slope = 0.2): Tensor2D {
  refuseMisfits(matrix, inputs, heads);
  const forward = () => scores(matrix, inputs, { heads, slope, derivative: 0 });
  return differentiable(inputs, forward, (dy, saved) => {
    const { left, right, attention } = saved;
    const rows = (arriving: Tensor2D, derivative: 0 | 1) =>
      turn(matrix.forward, left, right, { ...saved, dy: arriving }, { slope, derivative });
    return {
      left: () => mul(rows(dy, 1), attention),
      right: () => mul(turn(matrix.backward(), right, left, { ...saved, dy }, { slope, derivative: 1 }), attention),
      attention: () => sumOfRows(rows(dy, 0)),
      edges: () =>
        eachColumn(saved.weight, (added) => {
          const through = { ...saved, attention: mul<Tensor1D>(attention, added) };
          return sum(mul(dy, scores(matrix, through, { heads, slope, derivative: 1 })), 1);
        }),
      weight: () =>
        eachColumn(saved.edges, (feature) => mul(attention, sumOfRows(rows(mul(dy, expandDims(feature, 1)), 1)))),
    };
  });
}

/** Σ_c a · f(z) of each entry and head, f the leaky ReLU or its derivative. */
function scores(matrix: SparseOperand, inputs: Additive, attributes: Record<string, number>): Tensor2D {
  const { left, right, edges } = inputs;
  const [row, column] = [matrix.entryRow(), matrix.entryColumn()];
  return runScore({ left, right, weights: weightsOf(inputs), row, column, edges }, attributes);
}

/** Σ dy · f(z) over the entries of each row, or of each column, near the one and far the other: as `near`. */
function turn(
  at: Reduction,
  near: Tensor2D,
  far: Tensor2D,
  inputs: Additive & { dy: Tensor2D },
  attributes: Record<string, number>,
): Tensor2D {
  const { levels, index } = at;
  const dy = byEntry(at, inputs.dy);
  const edges = inputs.edges && byEntry(at, inputs.edges);
  const weights = edges && weightsOf(inputs);
  const parts = { near: bySegment(at, near), far, weights, pointer: levels[0], index, dy, edges };
  return addParts(levels, runTurn<Tensor2D>(parts, attributes));
}

/** (1 + D, heads · C): the attention, then what each feature adds. */
function weightsOf({ attention, weight }: Additive): Tensor2D {
  const first: Tensor2D = expandDims(attention, 0);
  return weight ? concat([first, transpose(weight)], 0) : first;
}

/** Makes a vector of every column, side by side again; one after the other, so that what one takes is free for the next. */
function eachColumn(matrix: Tensor2D | null, compute: (column: Tensor1D) => Tensor): Tensor {
  const columns = matrix ? unstack(matrix, 1) : [];
  return stack(
    columns.map((column) => tidy(() => compute(column as Tensor1D))),
    1,
  );
}

/** The library's own sum of no rows is whatever lies in memory. */
function sumOfRows(x: Tensor2D): Tensor1D {
  return x.shape[0] === 0 ? zeros([x.shape[1]]) : sum(x, 0);
}

function refuseMisfits({ rows, columns, entries }: SparseOperand, inputs: Additive, heads: number): void {
  const { left, right, attention, edges, weight } = inputs;
  const [width] = attention.shape;
  const features = weight?.shape[1] ?? 0;
  const is = (one: Tensor2D | null, height: number, wide: number) =>
    one ? one.shape[0] === height && one.shape[1] === wide : features === 0;
  const ends = is(left, rows, width) && is(right, columns, width) && width % heads === 0;
  if (ends && is(edges, entries, features) && is(weight, width, features)) return;
  const given = Object.entries(inputs).flatMap(([name, one]) => (one ? `${name} (${one.shape})` : []));
  throw new Error(
    `Additive scores: ${given.join(', ')} and ${heads} heads do not fit a ${rows} × ${columns} matrix of ${entries} entries.`,
  );
}
