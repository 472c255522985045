import { slice, type Tensor, type Tensor2D, tensor, tidy, type Variable, variable } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { withZeroRows } from '../../graph/matrix-rows';
import { type Wiring, wiringOf } from '../../graph/wiring/wiring';
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
  /** What messages run along; rows are its nodes, of which the graph's own come first. */
  wiring: Wiring;
  /** (rows, F) what goes in, before the encoder, on the host and on the device. */
  matrix: FeatureMatrix;
  input: Features;
  inputDescription: string;
  propagation: Propagation[];
  /** Of the last layer, where that is another. */
  lastPropagation: Propagation[] | null;
  /** Every tensor of the state dict, by its name there; `trainable` is false for buffers. Empty for identity weights. */
  parameters: Record<string, Variable>;
  dispose(): void;
}

/**
 * @param state the parameters to start from; drawn from the recipe's seed without it.
 * Throws where the graph lacks what the input asks for, and where `state` is not what the recipe needs.
 */
export function createModel(graph: Graph, recipe: Recipe, state?: StateDict): Model {
  const prepared = prepare(graph, recipe);
  return modelOf(graph, recipe, prepared, state ?? drawParameters(recipe, prepared.shape));
}

/** What a model computes from, checked against what the backend and the trace can hold before anything is on the device. */
export interface Prepared {
  shape: StackShape;
  matrix: FeatureMatrix;
  description: string;
  wiring: Wiring;
}

/** What goes into a model, and its shape. Throws where the graph lacks what the input asks for. */
export function prepare(graph: Graph, recipe: Recipe): Prepared {
  if (graph.nodeCount === 0) throw new Error('This graph has no nodes, so there is nothing to compute.');
  const { matrix, description } = inputFeatures(graph, recipe.input, recipe.width);
  const wiring = wiringOf(graph, recipe);
  const shape = stackShape(recipe, matrix.columns, graph);
  // A virtual node has nothing to say at first.
  return { shape, matrix: withZeroRows(matrix, wiring.graph.nodeCount), description, wiring };
}

export function modelOf(graph: Graph, recipe: Recipe, prepared: Prepared, state: StateDict): Model {
  const { shape, matrix, description, wiring } = prepared;
  checkState(recipe, shape, state);
  const rows = needsDense(recipe, matrix, shape.widths) ? toDense(matrix) : matrix;
  refuseBeyondDevice({ graph, recipe, shape, input: rows, state }, largestTensor());
  const input = featuresOnDevice(rows);
  const propagation = propagationOf(wiring.graph, recipe);
  const lastPropagation = wiring.last && propagationOf(wiring.last, recipe);
  const specs = parameterSpecs(recipe, shape);
  const parameters: Record<string, Variable> = {};
  for (const [name, { shape: sides, data }] of Object.entries(state)) {
    parameters[name] = tidy(() => variable(tensor(data, sides, 'float32'), specs[name].buffer !== true));
  }
  return {
    graph,
    recipe,
    shape,
    wiring,
    matrix: rows,
    input: input.value,
    inputDescription: description,
    propagation: propagation.value,
    lastPropagation: lastPropagation === null ? null : lastPropagation.value,
    parameters,
    dispose() {
      for (const one of [input, propagation, lastPropagation, ...Object.values(parameters)]) one?.dispose();
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
  /** (K+1) H⁰…H^K, (rows, widths[k]); hop 0 is the input itself without encoder, sparse where that is. */
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
  return { hops, logits: ofNodes(readout(stack, hops), model) };
}

/** The rows of the graph's own nodes: a virtual node has no say in the output. */
export function ofNodes(rows: Tensor2D, { graph }: Pick<Model, 'graph'>): Tensor2D {
  return rows.shape[0] === graph.nodeCount ? rows : slice(rows, [0, 0], [graph.nodeCount, rows.shape[1]]);
}

export function stackOf(model: Model, step: TrainingStep | null): Stack {
  const { recipe, shape, parameters, propagation, lastPropagation } = model;
  return {
    recipe,
    shape,
    parameters,
    propagation: step?.propagation ?? propagation,
    lastPropagation,
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
