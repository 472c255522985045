import { add, elu, leakyRelu, mul, relu, type Tensor2D, tanh } from '@tensorflow/tfjs-core';
import type { Activation, Recipe } from '../../recipe/recipe';

/** What a hop adds to its layer's own output. */
export interface ResidualRows {
  /** (N, ·) H^k and H⁰; null where they are sparse, which no residual reaches. */
  previous: Tensor2D | null;
  initial: Tensor2D | null;
}

/** `skip` adds H^k, `initial` mixes in α H⁰; only where the widths agree. Shapes: (N, C) → (N, C). */
export function withResidual(recipe: Recipe, rows: Tensor2D, { previous, initial }: ResidualRows): Tensor2D {
  if (recipe.residual === 'skip' && previous && sameShape(previous, rows)) return add(rows, previous);
  if (recipe.residual === 'initial' && initial && sameShape(initial, rows)) {
    const alpha = Number(recipe.options.alpha);
    return add(mul(rows, 1 - alpha), mul(initial, alpha));
  }
  return rows;
}

/** `leakyRelu` has the slope 0.01 below 0, as in PyTorch. */
export function activate(activation: Activation, x: Tensor2D): Tensor2D {
  switch (activation) {
    case 'relu':
      return relu(x);
    case 'tanh':
      return tanh(x);
    case 'elu':
      return elu(x);
    case 'leakyRelu':
      return leakyRelu(x, 0.01);
    case 'none':
      return x;
  }
}

function sameShape(a: Tensor2D, b: Tensor2D): boolean {
  return a.shape[0] === b.shape[0] && a.shape[1] === b.shape[1];
}
