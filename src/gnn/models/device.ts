import { type Tensor, type Tensor1D, type Tensor2D, tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { FeatureMatrix } from '../../graph/graph';
import { sparseOperand } from '../kernels/sparse-operand';
import type { Features, LayerParameters, Messages, Propagation } from '../layers/convolution';
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
  // A buffer of no bytes cannot be bound: without entries their value does not matter.
  const value = matrix.value && matrix.value.length > 0 ? tensor1d(matrix.value, 'float32') : null;
  return { value: { operand, value }, dispose: () => disposeAll(operand, value) };
}

export function messagesOnDevice({ pattern, coefficient, reduce }: Messages): OnDevice<Propagation> {
  const operand = sparseOperand(pattern);
  const onDevice: Tensor1D | null = coefficient && coefficient.length > 0 ? tensor1d(coefficient, 'float32') : null;
  return { value: { operand, coefficient: onDevice, reduce }, dispose: () => disposeAll(operand, onDevice) };
}

export function parametersOnDevice(state: StateDict): OnDevice<LayerParameters> {
  const tensors: Record<string, Tensor> = {};
  for (const [name, { shape, data }] of Object.entries(state)) tensors[name] = tensor(data, shape, 'float32');
  return { value: tensors, dispose: () => disposeAll(...Object.values(tensors)) };
}

function disposeAll(...owned: ({ dispose(): void } | null)[]): void {
  for (const one of owned) one?.dispose();
}
