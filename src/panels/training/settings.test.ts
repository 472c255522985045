import { describe, expect, it } from 'vitest';
import { completeRecipe } from '../../recipe/defaults';
import type { TrainingSettings } from '../../store/state';
import { recipeToTrain, settingsLine, splitOf, taskOf } from './settings';
import { whyNothingToLearn } from './why-nothing-to-learn';

const settings = (given: Partial<TrainingSettings> = {}): TrainingSettings => ({
  ...{ task: {}, recipe: {}, goOn: false },
  ...given,
});
const gcn = { conv: 'gcn' } as const;
const split = { train: Int32Array.of(0), validation: Int32Array.of(1), test: Int32Array.of(2) };
const classes = (...sizes: number[]) => ({
  labels: Int32Array.from(sizes.flatMap((size, c) => new Array<number>(size).fill(c))),
  classes: sizes.map((_, c) => `class ${c}`),
});

describe('the task', () => {
  it('takes the graph’s split where there is one, and lets go of one that came with another graph', () => {
    expect(taskOf({ split }, gcn, settings()).split).toEqual({ kind: 'given' });
    const chosen = settings({ task: { split: { kind: 'given' }, epochs: 50 } });
    expect(taskOf({ split: null }, gcn, chosen)).toMatchObject({ split: { kind: 'fraction' }, epochs: 50 });
  });

  it('has the parameter groups of its convolution, and looks about 25 times, until either is set by hand', () => {
    expect(taskOf({ split }, gcn, settings())).toMatchObject({ groups: [], traceEvery: 8 });
    const gcnii = { conv: 'gcnii' } as const;
    expect(taskOf({ split }, gcnii, settings({ task: { epochs: 1500 } }))).toMatchObject({
      groups: [{ prefix: 'convs.', weightDecay: 0.01 }],
      traceEvery: 60,
    });
    const chosen = { epochs: 1500, groups: [], traceEvery: 100 };
    expect(taskOf({ split }, gcnii, settings({ task: chosen }))).toMatchObject(chosen);
  });

  it('splits small classes about in thirds, and large graphs as is usual', () => {
    expect(splitOf('perClass', classes(18, 18, 18, 18))).toMatchObject({ train: 6, validation: 16, test: 32 });
    expect(splitOf('perClass', classes(2000, 700))).toMatchObject({ train: 20, validation: 500, test: 1000 });
    expect(splitOf('perClass', classes(1, 5))).toMatchObject({ train: 1, validation: 1, test: 3 });
  });

  it('is said in a line', () => {
    const task = taskOf({ split: null }, gcn, settings({ task: { epochs: 1500 } }));
    expect(settingsLine(task)).toBe('1,500 epochs · learning rate 0.01 · split 60 / 20 / 20\u202f%');
  });
});

describe('the recipe that is trained', () => {
  const trained = completeRecipe({ weights: { kind: 'trained' } });
  const random = { kind: 'random', seed: 7, gain: 1 };

  it('begins from random weights, unless it shall go on from those on screen', () => {
    expect(recipeToTrain(trained, settings()).weights).toEqual(random);
    expect(recipeToTrain(trained, settings({ goOn: true })).weights).toEqual({ kind: 'trained' });
    const identity = completeRecipe({ weights: { kind: 'identity' } });
    expect(recipeToTrain(identity, settings({ goOn: true })).weights).toEqual(random);
    const drawn = completeRecipe({ weights: { kind: 'random', seed: 25, gain: 2 } });
    expect(recipeToTrain(drawn, settings())).toEqual(drawn);
  });

  it('has what acts in training only', () => {
    expect(recipeToTrain(trained, settings({ recipe: { dropout: 0.5 } }))).toMatchObject({ dropout: 0.5, dropEdge: 0 });
  });
});

describe('whyNothingToLearn', () => {
  it('is null only with classes', () => {
    expect(whyNothingToLearn(classes(2, 2))).toBeNull();
    expect(whyNothingToLearn({ labels: null, classes: [] })).toContain('no classes');
    expect(whyNothingToLearn(null)).toContain('coming');
  });
});
