import {
  add,
  clone,
  div,
  elu,
  leakyRelu,
  mean,
  mul,
  relu,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tanh,
} from '@tensorflow/tfjs-core';
import type { Activation, Norm, Recipe } from '../../recipe/recipe';

const EPSILON = 1e-5;

/**
 * What follows a convolution in one hop: H^{k+1} = residual(act(norm(conv))).
 * Shapes: conv (N, C), previous and initial (N, ·) → (N, C). The residual acts only where the widths agree.
 */
export function block(
  recipe: Recipe,
  bare: boolean,
  conv: Tensor2D,
  previous: Tensor2D | null,
  initial: Tensor2D | null,
): Tensor2D {
  const acted = bare ? conv : activate(recipe.activation, normalise(recipe.norm, conv));
  if (recipe.residual === 'skip' && previous && sameShape(previous, acted)) return add(acted, previous);
  if (recipe.residual === 'initial' && initial && sameShape(initial, acted)) {
    const alpha = Number(recipe.options.alpha);
    return add(mul(acted, 1 - alpha), mul(initial, alpha));
  }
  // A tensor of its own, which the caller disposes, also where nothing was done.
  return acted === conv ? clone(conv) : acted;
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

/**
 * - `layer`: each row to mean 0 and variance 1, (x − mean) / √(var + ε) (Ba et al. 2016, 1607.06450);
 * - `pair`: columns centred, then all rows by one number: x_c / √(ε + mean_v ‖x_c‖²) (Zhao & Akoglu 2020, 1909.12223);
 * - `pair-si`: columns centred, then each row by its own length: x_c / (ε + ‖x_c‖).
 * ε = 1e-5; scales are 1 and shifts 0.
 */
export function normalise(norm: Norm, x: Tensor2D): Tensor2D {
  switch (norm) {
    case 'none':
      return x;
    case 'layer': {
      const centred: Tensor2D = sub(x, mean(x, 1, true));
      return div(centred, sqrt(add(mean(square(centred), 1, true), EPSILON)));
    }
    case 'pair': {
      const centred = centreColumns(x);
      const meanSquare: Tensor = mean(sum(square(centred), 1));
      return div(centred, sqrt(add(meanSquare, EPSILON)));
    }
    case 'pair-si': {
      const centred = centreColumns(x);
      return div(centred, add(sqrt(sum(square(centred), 1, true)), EPSILON));
    }
  }
}

function centreColumns(x: Tensor2D): Tensor2D {
  return sub(x, mean(x, 0, true));
}

function sameShape(a: Tensor2D, b: Tensor2D): boolean {
  return a.shape[0] === b.shape[0] && a.shape[1] === b.shape[1];
}
