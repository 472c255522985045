import { describe, expect, it } from 'vitest';
import type { Scores, StopReason, TrainReport } from '../../engine/protocol';
import { defaultTask } from '../../recipe/task';
import { liveWords, outcomeWords } from './outcome-words';

const epoch = (number: number) => ({
  ...{ epoch: number, loss: 1, validationLoss: null },
  accuracy: { train: 1, validation: null, test: null },
});
const scores = (accuracy: number | null) => ({ accuracy }) as Scores;
const report = (stopped: StopReason, test: number | null = 0.8163): TrainReport =>
  ({
    ...{ curve: [epoch(0), epoch(1), epoch(2)], best: epoch(1), stopped, divergence: null },
    ...{ scores: { train: scores(1), validation: scores(null), test: scores(test) } },
    ...{ parameterCount: 4420, milliseconds: 2400 },
  }) as TrainReport;

describe('how a training ended', () => {
  const task = { ...defaultTask(false, 'gcn'), patience: 20 };
  it('is said with its cause, what is kept and the score that counts', () => {
    expect(outcomeWords({ report: report('epochs'), task })).toBe(
      'All 2 epochs were taken, in 2\u202fs. The 4,420 parameters of epoch 1 are kept. Test accuracy: 81.6\u202f%.',
    );
    expect(outcomeWords({ report: report('patience'), task })).toContain('had not improved for 20');
    expect(outcomeWords({ report: report('diverged'), task })).toContain('after epoch 2, the last whose numbers');
    expect(outcomeWords({ report: report('cancelled', null), task })).toMatch(/^Cancelled after 2 .* are kept\.$/);
  });
});

describe('where a training is', () => {
  const progress = {
    ...epoch(1200),
    ...{
      stage: 'network' as const,
      epochs: 5000,
      bestEpoch: 3,
      keptEvery: 200,
      epochsPerSecond: 84.6,
      secondsLeft: 45,
    },
  };
  it('is said with its speed, unless it stands still', () => {
    expect(liveWords({ progress: null, paused: false })).toBe('Getting ready');
    expect(liveWords({ progress, paused: false })).toBe('Epoch 1,200 of 5,000 · 85 epochs/s · 45\u202fs left');
    expect(liveWords({ progress, paused: true })).toBe('Epoch 1,200 of 5,000 · paused');
    expect(liveWords({ progress: { ...progress, stage: 'mlp', epochsPerSecond: 1.234 }, paused: false })).toBe(
      'MLP to compare with, epoch 1,200 of 5,000 · 1.2 epochs/s · 45\u202fs left',
    );
  });
});
