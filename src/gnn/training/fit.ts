import '@tensorflow/tfjs-core/dist/register_all_gradients';
import {
  add,
  concat,
  dispose,
  mul,
  reshape,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { Graph, Split } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import type { Recipe } from '../../recipe/recipe';
import type { TaskSpec } from '../../recipe/task';
import type { SparseOperand } from '../kernels/sparse-operand';
import { type Features, isSparse, type Propagation } from '../layers/convolution';
import { type OnDevice, propagationOf } from '../models/device';
import { forward, type Model, stateOf } from '../models/model';
import { type StateDict, streamSeed } from '../models/parameters';
import { type Adam, createAdam } from './adam';
import { crossEntropy, targetsOf } from './cross-entropy';
import { findDivergence } from './divergence';
import { dropEdges } from './drop-edge';
import type { Divergence, EpochReport, StopReason } from './report';
import { accuracyOf, crossEntropyOf, predict } from './scores';

export interface FitHooks {
  /** Called with every epoch, the untrained network first, and the epoch whose weights would be kept. */
  onEpoch(epoch: EpochReport, bestEpoch: number): void;
  /** Waited for before every step; may wait as long as it likes. Whether to stop and keep the best so far. */
  stop(): Promise<boolean>;
  /** Waited for after each `onEpoch`, with how to read that epoch's weights back. */
  onWeights?(epoch: number, read: () => Promise<StateDict>): Promise<void>;
}

export interface Fitted {
  curve: EpochReport[];
  best: EpochReport;
  stopped: StopReason;
  divergence: Divergence | null;
  /** (N, classes) row-major, of the kept weights. */
  logits: Float32Array;
  /** The last epoch whose numbers were all finite, and its weights. */
  last: { epoch: number; weights: StateDict };
}

/**
 * Trains a model's parameters on the classes of the split's training nodes, all of them at every step, and leaves it with
 * those of the best epoch: by the task's validation score, or by the training loss where nothing is left to validate on.
 * A value that is not finite, of the logits or of the weights, stops it. The same seed gives the same weights.
 */
export async function fit(model: Model, task: TaskSpec, split: Split, hooks: FitHooks): Promise<Fitted> {
  const labels = model.graph.labels ?? new Int32Array(model.graph.nodeCount).fill(-1);
  const classes = model.graph.classes.length;
  layOut(operandsOf([...model.propagation, ...(model.lastPropagation ?? [])], model.input));
  const trained = Object.fromEntries(Object.entries(model.parameters).filter(([, variable]) => variable.trainable));
  const targets = targetsOf(labels, split.train, classes);
  const adam = createAdam(trained, task);
  const curve: EpochReport[] = [];
  let kept: Kept | null = null;
  let last: Kept | null = null;
  let stopped: StopReason = 'epochs';
  let divergence: Divergence | null = null;
  try {
    for (let epoch = 0; ; epoch++) {
      if (epoch > 0) step(model, trained, targets, streamSeed(task.seed, epoch), adam);
      const { logits, weightsFinite } = await read(model);
      const report = evaluate(epoch, logits, labels, classes, split);
      if (!weightsFinite || !inRange(report, logits)) {
        divergence = await findDivergence(model, epoch, task.learningRate);
        stopped = 'diverged';
        break;
      }
      if (!kept || isBetter(report, kept.report, task.monitor)) kept = replace(kept, { report, logits, model });
      last = replace(last, { report, logits, model });
      curve.push(report);
      hooks.onEpoch(report, kept.report.epoch);
      await hooks.onWeights?.(epoch, () => stateOf(model));
      if (epoch === task.epochs) break;
      if (task.patience !== null && epoch - kept.report.epoch >= task.patience) {
        stopped = 'patience';
        break;
      }
      if (await hooks.stop()) {
        stopped = 'cancelled';
        break;
      }
    }
    if (!kept || !last) throw new Error(divergence?.message ?? 'Nothing was trained.');
    const finite = { epoch: last.report.epoch, weights: await stateOf({ parameters: last.weights }) };
    for (const [name, value] of Object.entries(kept.weights)) model.parameters[name].assign(value);
    return { curve, best: kept.report, stopped, divergence, logits: kept.logits, last: finite };
  } finally {
    for (const one of [kept, last]) if (one) dispose(one.weights);
    targets.dispose();
    adam.dispose();
  }
}

/** An epoch to go back to: the best so far, or the last. */
interface Kept {
  report: EpochReport;
  logits: Float32Array;
  /** On the device; they share their numbers with the variables until those are given others. */
  weights: Record<string, Tensor>;
}

function replace(before: Kept | null, { report, logits, model }: Omit<Kept, 'weights'> & { model: Model }): Kept {
  if (before) dispose(before.weights);
  const copies = Object.entries(model.parameters).map(([name, variable]) => [name, variable.clone()] as const);
  return { report, logits, weights: Object.fromEntries(copies) };
}

/** One step of Adam down the cross-entropy, with this epoch's dropout and dropped edges. */
function step(model: Model, trained: Record<string, Variable>, targets: Tensor2D, seed: number, adam: Adam): void {
  const { wiring, recipe } = model;
  const dropped = recipe.dropEdge > 0 ? droppedPropagation(wiring.graph, recipe, streamSeed(seed, 0)) : null;
  const training = { seed: streamSeed(seed, 1), propagation: dropped?.value };
  const { value, grads } = variableGrads(
    () => crossEntropy(forward(model, training).logits, targets),
    Object.values(trained),
  );
  const byName: Record<string, Tensor> = {};
  for (const [name, { name: id }] of Object.entries(trained)) if (grads[id]) byName[name] = grads[id];
  adam.step(byName);
  dispose(grads);
  value.dispose();
  dropped?.dispose();
}

function droppedPropagation(graph: Graph, recipe: Recipe, seed: number): OnDevice<Propagation[]> {
  const propagation = propagationOf(dropEdges(graph, recipe.dropEdge, seededRandom(seed)), recipe);
  layOut(operandsOf(propagation.value));
  return propagation;
}

/**
 * The logits of the network, and whether its parameters are finite: a largest value, or units that are off, can hide one that
 * is not. Both in one reading, since on WebGPU it is readings that take time.
 */
async function read(model: Model): Promise<{ logits: Float32Array; weightsFinite: boolean }> {
  const both = tidy(() => {
    const { logits } = forward(model);
    // Times 0 what is finite is 0, and all else is no number.
    const zeros = Object.values(model.parameters).map((one) => sum<Tensor1D>(mul(one, 0)));
    // Two at a time: a device binds only so many tensors at once.
    const zero = zeros.reduce((total, one) => add(total, one));
    return concat([reshape(logits, [logits.size]), reshape(zero, [1])]);
  });
  try {
    const values = (await both.data()) as Float32Array;
    return { logits: values.subarray(0, -1), weightsFinite: values[values.length - 1] === 0 };
  } finally {
    both.dispose();
  }
}

function evaluate(
  epoch: number,
  logits: Float32Array,
  labels: Int32Array,
  classes: number,
  { train, validation, test }: Split,
): EpochReport {
  const { label } = predict(logits, classes);
  return {
    epoch,
    loss: crossEntropyOf(logits, classes, labels, train),
    validationLoss: crossEntropyOf(logits, classes, labels, validation),
    accuracy: {
      train: accuracyOf(label, labels, train),
      validation: accuracyOf(label, labels, validation),
      test: accuracyOf(label, labels, test),
    },
  };
}

function inRange({ loss, validationLoss }: EpochReport, logits: Float32Array): boolean {
  return Number.isFinite(loss ?? 0) && Number.isFinite(validationLoss ?? 0) && logits.every(Number.isFinite);
}

/** Ties in accuracy, of which a small validation set has many, go to the lower loss. */
function isBetter(now: EpochReport, before: EpochReport, monitor: TaskSpec['monitor']): boolean {
  const [accuracy, earlier] = [now.accuracy.validation, before.accuracy.validation];
  const lower = (now.validationLoss ?? now.loss ?? 0) < (before.validationLoss ?? before.loss ?? 0);
  if (monitor === 'loss' || accuracy === null || earlier === null) return lower;
  return accuracy > earlier || (accuracy === earlier && lower);
}

function operandsOf(propagation: Propagation[], input?: Features): SparseOperand[] {
  const operands = propagation.flatMap(({ operand, edgeOperand }) =>
    edgeOperand ? [operand, edgeOperand] : [operand],
  );
  return input && isSparse(input) ? [...operands, input.operand] : operands;
}

/** Lays out now what kernels and their gradients ask for: made inside a step, it would be disposed with what the step made. */
function layOut(operands: SparseOperand[]): void {
  for (const operand of operands) {
    for (const reduction of [operand.forward, operand.backward()]) reduction.segmentRow();
    operand.entryRow();
    operand.entryColumn();
  }
}
