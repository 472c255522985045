import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTask } from './task';
import { validateTask } from './validate-task';

describe('task', () => {
  it('is complete from nothing, with the split the graph has', () => {
    expect(validateTask({}, true, 'gcn')).toEqual(defaultTask(true, 'gcn'));
    expect(validateTask({}, true, 'gcn').split).toEqual({ kind: 'given' });
    expect(validateTask({}, false, 'gcn').split).toEqual({ kind: 'fraction', train: 0.6, validation: 0.2, seed: 7 });
    expect(validateTask(defaultTask(true, 'gcn'), true, 'gcn')).toEqual(defaultTask(true, 'gcn'));
  });

  it('takes what is legal as it is, and the defaults of a kind of split', () => {
    const given = {
      kind: 'node',
      epochs: 1000,
      learningRate: 0.005,
      weightDecay: 0,
      groups: [
        { prefix: 'convs.', weightDecay: 0.01 },
        { prefix: '', learningRate: 0.1 },
      ],
      patience: 100,
      monitor: 'loss',
      seed: 3,
      traceEvery: 10,
      baselines: false,
    };
    expect(validateTask({ ...given, split: { kind: 'perClass', seed: 1 } }, false, 'gcn')).toEqual({
      ...given,
      split: { kind: 'perClass', train: 20, validation: 500, test: 1000, seed: 1 },
    });
    expect(validateTask({ patience: null }, false, 'gcn').patience).toBeNull();
  });

  it('keeps about 25 epochs to look at, and trains what a convolution asks for differently', () => {
    const every = (task: object) => validateTask(task, false, 'gcn').traceEvery;
    expect([{}, { epochs: 3 }, { epochs: 40 }, { epochs: 1500 }, { epochs: 40, traceEvery: 0 }].map(every)).toEqual([
      8, 1, 2, 60, 0,
    ]);
    const published = [{ prefix: 'convs.', weightDecay: 0.01 }];
    expect(validateTask({ weightDecay: 5e-4 }, false, 'gcnii')).toMatchObject({ groups: published, weightDecay: 5e-4 });
    expect(validateTask({ groups: [] }, false, 'gcnii').groups).toEqual([]);
    expect(validateTask({}, false, 'gat').groups).toEqual([]);
  });

  it('throws a sentence, whatever it is given', () => {
    const field = fc.constantFrom(...Object.keys(defaultTask(true, 'gcn')));
    const somethings = fc.oneof(fc.anything(), fc.dictionary(field, fc.anything()));
    fc.assert(
      fc.property(somethings, fc.boolean(), (given, hasSplit) => {
        try {
          const task = validateTask(given, hasSplit, 'gcn');
          expect(validateTask(task, hasSplit, 'gcn')).toEqual(task);
        } catch (error) {
          expect((error as Error).message).toMatch(/^Task: .*\.$/s);
        }
      }),
    );
  });

  it.each([
    [{ epochs: 0 }, 'Task: epochs is 0, but it has to be a whole number from 1 to 100000.'],
    [{ epochs: 2.5 }, 'Task: epochs is 2.5, but it has to be a whole number from 1 to 100000.'],
    [{ learningRate: '0.1' }, 'Task: learningRate is "0.1", but it has to be a number from 0 to 100.'],
    [{ epoch: 3 }, /^Task: the task has no "epoch"; it takes kind, split, epochs,/],
    [{ kind: 'link' }, 'Task: kind is "link", but it has to be "node".'],
    [{ monitor: 'f1' }, 'Task: monitor is "f1", but it has to be "accuracy" or "loss".'],
    [{ baselines: 1 }, 'Task: baselines is 1, but it has to be true or false.'],
    [{ split: { kind: 'given' } }, /^Task: split.kind is "given", but this graph comes without a split; take/],
    [{ split: { kind: 'fraction', test: 3 } }, /^Task: split of kind "fraction" has no "test"; it takes kind, train,/],
    [{ split: { kind: 'fraction', train: 0.8, validation: 0.3 } }, /are 0.8 and 0.3, but together at most 1\.$/],
    [{ split: { kind: 'perClass', train: 0 } }, /^Task: split.train is 0, but it has to be a whole number from 1/],
    [{ groups: {} }, /^Task: groups is of another kind, but it has to be a list/],
    [
      { groups: [{ weightDecay: 1 }] },
      /^Task: groups\[0\].prefix is missing, but it has to be the beginning of a name/,
    ],
    [{ groups: [{ prefix: 'a', lr: 1 }] }, 'Task: groups[0] has no "lr"; it takes prefix, weightDecay, learningRate.'],
  ])('refuses %j', (given, message) => {
    expect(() => validateTask(given, false, 'gcn')).toThrow(message);
  });
});
