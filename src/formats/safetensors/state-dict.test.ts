import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../safetensors';
import { readStateDict, writeStateDict } from './state-dict';

describe('state dict', () => {
  const parameters = {
    'convs.0.lin.weight': { shape: [2, 1], data: Float32Array.of(0.5, -2) },
    'norms.0.module.num_batches_tracked': { shape: [], data: Float32Array.of(40) },
  };

  it('comes back as it was, with the counter of a batch norm as a whole number', () => {
    const bytes = writeStateDict(parameters);
    expect(readStateDict(bytes, 'w')).toEqual(parameters);
    const { tensors, metadata } = readSafetensors(bytes, 'w');
    expect(tensors['norms.0.module.num_batches_tracked'].data).toEqual(BigInt64Array.of(40n));
    expect(metadata).toEqual({ format: 'pt' });
  });

  it('rounds doubles to 32 bits and refuses what is not finite there', () => {
    const file = (value: number) => writeSafetensors({ a: { shape: [1], data: Float64Array.of(value) } });
    expect(readStateDict(file(0.1), 'w').a.data).toEqual(Float32Array.of(0.1));
    expect(() => readStateDict(file(1e300), 'w')).toThrow('w: the tensor "a" holds a value that is infinite');
    expect(() => readStateDict(file(Number.NaN), 'w')).toThrow('not a number');
  });
});
