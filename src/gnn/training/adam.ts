import {
  add,
  div,
  mul,
  type NamedTensorMap,
  sqrt,
  square,
  sub,
  type Tensor,
  tidy,
  type Variable,
  variable,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { ParameterGroup } from '../../recipe/task';

export interface AdamSettings {
  learningRate: number;
  weightDecay: number;
  groups: ParameterGroup[];
}

export interface Adam {
  /** Moves every parameter that has a gradient; the gradients stay the caller's. */
  step(gradients: NamedTensorMap): void;
  dispose(): void;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/**
 * Adam (Kingma & Ba 2015, 1412.6980) as PyTorch computes it, the L2 penalty in the gradient:
 *
 *   g ← g + λ w,   m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
 *   w ← w − η · m̂ / (√v̂ + ε),   m̂ = m / (1 − β₁ᵗ),   v̂ = v / (1 − β₂ᵗ)
 *
 * with β₁ = 0.9, β₂ = 0.999, ε = 1e-8, and η and λ by parameter group.
 */
export function createAdam(parameters: Record<string, Variable>, settings: AdamSettings): Adam {
  const moments = new Map<string, { first: Variable; second: Variable }>();
  let steps = 0;

  const momentsOf = (name: string, like: Tensor) => {
    let both = moments.get(name);
    if (!both) {
      both = tidy(() => ({ first: variable(zerosLike(like), false), second: variable(zerosLike(like), false) }));
      moments.set(name, both);
    }
    return both;
  };

  return {
    step(gradients) {
      steps++;
      for (const [name, gradient] of Object.entries(gradients)) {
        const parameter = parameters[name];
        if (!parameter || !gradient) continue;
        const { learningRate, weightDecay } = groupOf(name, settings);
        const { first, second } = momentsOf(name, parameter);
        tidy(() => {
          const g = weightDecay > 0 ? add(gradient, mul(parameter, weightDecay)) : gradient;
          first.assign(add(mul(first, BETA1), mul(g, 1 - BETA1)));
          second.assign(add(mul(second, BETA2), mul(square(g), 1 - BETA2)));
          const divisor = add(mul(sqrt(second), 1 / Math.sqrt(1 - BETA2 ** steps)), EPSILON);
          parameter.assign(sub(parameter, mul(div(first, divisor), learningRate / (1 - BETA1 ** steps))));
        });
      }
    },
    dispose() {
      for (const { first, second } of moments.values()) {
        first.dispose();
        second.dispose();
      }
      moments.clear();
    },
  };
}

/** The learning rate and weight decay of one parameter: of the first group its name begins with, else the common ones. */
export function groupOf(name: string, { learningRate, weightDecay, groups }: AdamSettings) {
  const group = groups.find(({ prefix }) => name.startsWith(prefix));
  return { learningRate: group?.learningRate ?? learningRate, weightDecay: group?.weightDecay ?? weightDecay };
}
