import { describe, expect, it } from 'vitest';
import { freePrefix, governedBy, prefixesOf } from './parameter-groups';

const parameters = [
  ...['encoder.weight', 'encoder.bias', 'convs.0.lin.weight', 'convs.0.bias', 'convs.1.lin.weight', 'convs.1.bias'],
  ...['norms.0.module.weight', 'decoder.weight'],
].map((name) => ({ name, shape: name.endsWith('weight') ? [3, 4] : [3] }));

describe('groups of parameters', () => {
  it('are the parts of a model and its layers', () => {
    expect(prefixesOf(parameters)).toEqual([
      ...['encoder.', 'convs.', 'norms.', 'decoder.'],
      ...['convs.0.', 'convs.1.', 'norms.0.'],
    ]);
    expect(prefixesOf([{ name: 'temp', shape: [4] }])).toEqual([]);
  });

  it('govern what no group before them does', () => {
    const groups = [{ prefix: 'convs.1.' }, { prefix: 'convs.' }, { prefix: 'convs.0.' }, { prefix: 'none.' }];
    expect(governedBy(parameters, groups)).toEqual([
      { tensors: 2, numbers: 15 },
      { tensors: 2, numbers: 15 },
      { tensors: 0, numbers: 0 },
      { tensors: 0, numbers: 0 },
      { tensors: 4, numbers: 39 },
    ]);
  });

  it('begin with a part that has none yet', () => {
    expect(freePrefix(['encoder.', 'convs.'], [{ prefix: 'encoder.' }])).toBe('convs.');
    expect(freePrefix(['encoder.'], [{ prefix: 'encoder.' }])).toBe('encoder.');
  });
});
