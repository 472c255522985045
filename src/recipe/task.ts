import { type ConvName, DESCRIPTORS } from './descriptors';
import type { ParameterGroup } from './parameter-group';

export type { ParameterGroup } from './parameter-group';

/**
 * What a model is trained to do and how, as plain JSON. It holds no tensors; the page and the worker share it. Same task,
 * recipe, graph and backend give the same weights. Dropout and DropEdge belong to the recipe.
 */
export interface TaskSpec {
  /** Class of each node: softmax cross-entropy over the training nodes, all of them at every step. */
  kind: 'node';
  split: SplitSpec;
  /** Steps of Adam at most, 1…100,000. */
  epochs: number;
  learningRate: number;
  /** L2 penalty added to the gradient, as PyTorch's Adam does: g + weightDecay · w. */
  weightDecay: number;
  /** Parameters that are treated differently; the first whose prefix fits a parameter's name decides. */
  groups: ParameterGroup[];
  /** Stops after so many epochs without a better validation score; null never does. */
  patience: number | null;
  /** The validation score that chooses the weights kept: the highest accuracy (ties: the lower loss), or the lowest loss. */
  monitor: 'accuracy' | 'loss';
  /** Draws dropout and DropEdge. The split and the first weights have seeds of their own. */
  seed: number;
  /** The network of every so many epochs, the untrained one included, is kept to be looked at; 0 keeps that of the best alone. */
  traceEvery: number;
  /** Whether an MLP, label propagation and the majority class are scored beside it. */
  baselines: boolean;
}

/** Which nodes are learned from, which choose the weights, and which are scored. */
export type SplitSpec =
  /** The graph's own. */
  | { kind: 'given' }
  /** So many of each class to learn from, then so many of the others, at random (Yang et al. 2016, 1603.08861). */
  | { kind: 'perClass'; train: number; validation: number; test: number; seed: number }
  /** Shares of every class; the rest is tested. */
  | { kind: 'fraction'; train: number; validation: number; seed: number };

/** About how many epochs of a training are kept to be looked at: enough for a film, few enough to walk through. */
const LOOKS = 25;

export function lookEvery(epochs: number): number {
  return Math.max(1, Math.round(epochs / LOOKS));
}

/** The graph's own split where it has one, else 60 % to learn from and 20 % to choose by; parameter groups by the convolution. */
export function defaultTask(hasSplit: boolean, conv: ConvName): TaskSpec {
  const epochs = 200;
  return {
    kind: 'node',
    split: hasSplit ? { kind: 'given' } : { kind: 'fraction', train: 0.6, validation: 0.2, seed: 7 },
    epochs,
    learningRate: 0.01,
    weightDecay: 5e-4,
    groups: DESCRIPTORS[conv].groups ?? [],
    patience: null,
    monitor: 'accuracy',
    seed: 7,
    traceEvery: lookEvery(epochs),
    baselines: true,
  };
}

/** A task with what it leaves out filled in. Nothing is checked. */
export function completeTask(partial: Partial<TaskSpec>, hasSplit: boolean, conv: ConvName): TaskSpec {
  const defaults = defaultTask(hasSplit, conv);
  return { ...defaults, traceEvery: lookEvery(partial.epochs ?? defaults.epochs), ...partial };
}
