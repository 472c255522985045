import { quoted } from '../../graph/graph-error';
import { FormatError } from '../format';
import { readSafetensors, type SavedTensor, writeSafetensors } from '../safetensors';

/** A model's parameters and buffers by PyTorch's names, in the engine's 32-bit floats. */
export type NamedParameters = Record<string, { shape: number[]; data: Float32Array }>;

/** The one buffer PyTorch keeps as a whole number: how many batches a batch norm has seen. */
const isCounter = (name: string): boolean => name.endsWith('num_batches_tracked');

/** What PyTorch loads with `load_state_dict(strict=True)`. */
export function writeStateDict(parameters: NamedParameters): Uint8Array {
  const tensors = Object.entries(parameters).map(([name, { shape, data }]): [string, SavedTensor] => [
    name,
    { shape, data: isCounter(name) ? BigInt64Array.from(data, (value) => BigInt(Math.round(value))) : data },
  ]);
  return writeSafetensors(Object.fromEntries(tensors), { format: 'pt' });
}

/**
 * Whatever the file's types, as 32-bit floats. Throws a `FormatError` naming the tensor with a value that is not finite, or
 * that 32 bits cannot hold.
 */
export function readStateDict(bytes: Uint8Array, name: string): NamedParameters {
  const entries = Object.entries(readSafetensors(bytes, name).tensors).map(([tensor, { shape, data }]) => {
    const values = Float32Array.from(data as ArrayLike<number | bigint>, Number);
    if (!values.every(Number.isFinite)) {
      throw new FormatError(`${name}: the tensor ${quoted(tensor)} holds a value that is infinite or not a number`);
    }
    return [tensor, { shape, data: values }] as const;
  });
  return Object.fromEntries(entries);
}
