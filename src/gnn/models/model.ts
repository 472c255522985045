import { type Tensor, type Tensor2D, tensor, tidy, type Variable, variable } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { DESCRIPTORS } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import { largestTensor } from '../kernels/largest-tensor';
import type { Features, Propagation } from '../layers/convolution';
import { CONVOLUTIONS } from '../layers/registry';
import { refuseBeyondDevice } from './budget';
import { toDense } from './dense';
import { featuresOnDevice, propagationOf } from './device';
import { inputFeatures } from './input';
import { optionsOf } from './messages';
import { checkState, drawParameters, parameterSpecs, type StateDict } from './parameters';
import { encode, nextHop, readout, type Stack } from './stack';
import { type StackShape, stackShape } from './widths';

/** A recipe on a graph, on the device of the backend that was set when it was made. */
export interface Model {
  graph: Graph;
  recipe: Recipe;
  shape: StackShape;
  /** (N, F) what goes in, before the encoder, on the host and on the device. */
  matrix: FeatureMatrix;
  input: Features;
  inputDescription: string;
  propagation: Propagation[];
  /** Every tensor of the state dict, by its name there; `trainable` is false for buffers. Empty for identity weights. */
  parameters: Record<string, Variable>;
  dispose(): void;
}

/**
 * @param state the parameters to start from; drawn from the recipe's seed without it.
 * Throws where the graph lacks what the input asks for, and where `state` is not what the recipe needs.
 */
export function createModel(graph: Graph, recipe: Recipe, state?: StateDict): Model {
  if (graph.nodeCount === 0) throw new Error('This graph has no nodes, so there is nothing to compute.');
  const given = inputFeatures(graph, recipe.input, recipe.width);
  const shape = stackShape(recipe, given.matrix.columns, graph);
  return modelOf(graph, recipe, { shape, ...given }, state ?? drawParameters(recipe, shape));
}

/** What a model computes from, checked against what the backend and the trace can hold before anything is on the device. */
export interface Prepared {
  shape: StackShape;
  matrix: FeatureMatrix;
  description: string;
}

export function modelOf(graph: Graph, recipe: Recipe, prepared: Prepared, state: StateDict): Model {
  const { shape, matrix, description } = prepared;
  checkState(recipe, shape, state);
  const rows = needsDense(recipe, matrix, shape.widths) ? toDense(matrix) : matrix;
  refuseBeyondDevice({ graph, recipe, shape, input: rows, state }, largestTensor());
  const input = featuresOnDevice(rows);
  const propagation = propagationOf(graph, recipe);
  const specs = parameterSpecs(recipe, shape);
  const parameters: Record<string, Variable> = {};
  for (const [name, { shape: sides, data }] of Object.entries(state)) {
    parameters[name] = tidy(() => variable(tensor(data, sides, 'float32'), specs[name].buffer !== true));
  }
  return {
    graph,
    recipe,
    shape,
    matrix: rows,
    input: input.value,
    inputDescription: description,
    propagation: propagation.value,
    parameters,
    dispose() {
      for (const one of [input, propagation, ...Object.values(parameters)]) one.dispose();
    },
  };
}

/** Sparse rows are multiplied by weights as they are; propagated without weights or added to a hop they have to be dense. */
export function needsDense(recipe: Recipe, input: FeatureMatrix, widths: number[]): boolean {
  if (input.kind === 'dense' || recipe.encoder !== 'none') return false;
  const mapped = recipe.weights.kind !== 'identity' && DESCRIPTORS[recipe.conv].width !== 'kept';
  if (CONVOLUTIONS[recipe.conv].needsDense?.(optionsOf(recipe))) return true;
  return !mapped || (recipe.residual !== 'none' && widths.slice(1).includes(input.columns));
}

/** What a step of training has that a trace has not. */
export interface TrainingStep {
  /** Fixes this step's dropout. */
  seed: number;
  /** Who hears whom in this step (`propagationOf` a graph with edges dropped); the model's own without it. */
  propagation?: Propagation[];
}

export interface Forward {
  /** (K+1) H⁰…H^K; hop 0 is the input itself without encoder, sparse where that is. */
  hops: Features[];
  /** (N, classes), or (N, width) on a graph without labels. */
  logits: Tensor2D;
}

/**
 * The model's output, differentiable in its parameters; with `step` as it trains. Call it inside `tidy` or a gradient: of
 * what it makes it disposes nothing.
 */
export function forward(model: Model, step: TrainingStep | null = null): Forward {
  const stack = stackOf(model, step);
  const hops = [model.recipe.encoder === 'none' ? model.input : encode(stack, model.input)];
  for (let layer = 0; layer < model.recipe.hops; layer++) hops.push(nextHop(stack, layer, hops[layer], hops[0]));
  return { hops, logits: readout(stack, hops) };
}

export function stackOf({ recipe, shape, parameters, propagation }: Model, step: TrainingStep | null): Stack {
  return {
    recipe,
    shape,
    parameters,
    propagation: step?.propagation ?? propagation,
    dropoutSeed: step?.seed ?? null,
    statistics: step ? 'training' : 'evaluation',
  };
}

/** The model's parameters and buffers, read back. */
export async function stateOf({ parameters }: { parameters: Record<string, Tensor> }): Promise<StateDict> {
  const read = async (one: Tensor) => ({ shape: one.shape, data: Float32Array.from(await one.data()) });
  const entries = Object.entries(parameters).map(async ([name, one]) => [name, await read(one)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
