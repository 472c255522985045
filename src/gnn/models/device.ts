import { type Tensor1D, type Tensor2D, tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import { sparseOperand } from '../kernels/sparse-operand';
import type { Features, LayerParameters, Messages, Propagation } from '../layers/convolution';
import { messagesOf } from './messages';
import type { StateDict } from './parameters';

/** Something on the device and how to free it. */
export interface OnDevice<T> {
  value: T;
  dispose(): void;
}

export function featuresOnDevice(matrix: FeatureMatrix): OnDevice<Features> {
  if (matrix.kind === 'dense') {
    const rows: Tensor2D = tensor2d(matrix.data, [matrix.rows, matrix.columns], 'float32');
    return { value: rows, dispose: () => rows.dispose() };
  }
  const operand = sparseOperand(matrix);
  const value = matrix.value && tensor1d(matrix.value, 'float32');
  return { value: { operand, value }, dispose: () => disposeAll(operand, value) };
}

/** Who hears whom on this graph under this recipe. */
export function propagationOf(graph: Graph, recipe: Recipe): OnDevice<Propagation[]> {
  return messagesOnDevice(messagesOf(graph, recipe));
}

export function messagesOnDevice(messages: Messages[]): OnDevice<Propagation[]> {
  const each = messages.map(oneOnDevice);
  return { value: each.map(({ value }) => value), dispose: () => disposeAll(...each) };
}

function oneOnDevice({ pattern, coefficient, reduce, ...given }: Messages): OnDevice<Propagation> {
  const operand = sparseOperand(pattern);
  const entries = pattern.index.length;
  const edges = given.edges ?? null;
  const edgeRows = edges && tensor2d(edges.data, [entries, edges.columns], 'float32');
  const index = edges && Int32Array.from(pattern.index.keys());
  const edgeOperand = index && sparseOperand({ ...pattern, columns: entries, index });
  const onDevice: Tensor1D | null = coefficient && tensor1d(coefficient, 'float32');
  return {
    value: { operand, coefficient: onDevice, reduce, edges: edgeRows, edgeOperand },
    dispose: () => disposeAll(operand, onDevice, edgeRows, edgeOperand),
  };
}

/** The parameters of one module or of all. */
export function tensorsOnDevice(state: StateDict): OnDevice<LayerParameters> {
  const tensors: LayerParameters = {};
  for (const [name, { shape, data }] of Object.entries(state)) tensors[name] = tensor(data, shape, 'float32');
  return { value: tensors, dispose: () => disposeAll(...Object.values(tensors)) };
}

function disposeAll(...owned: ({ dispose(): void } | null)[]): void {
  for (const one of owned) one?.dispose();
}
