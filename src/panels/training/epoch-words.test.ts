import { describe, expect, it } from 'vitest';
import { ordinal, shownWords, thinnedWords } from './epoch-words';

const epoch = (number: number, validation: number | null = 0.71) => ({
  ...{ epoch: number, loss: 1, validationLoss: null },
  accuracy: { train: 0.9, validation, test: null },
});

describe('the network on screen', () => {
  const curve = [epoch(0, 0.25), epoch(40), epoch(1200, 0.8125)];
  it('is said with its epoch and score', () => {
    expect(shownWords(40, 1500, curve, 1200)).toBe(
      'Showing the network after epoch 40 of 1,500: validation accuracy 71.0\u202f%.',
    );
    expect(shownWords(1200, 1500, curve, 1200)).toBe(
      'Showing the network after epoch 1,200 of 1,500, the best: validation accuracy 81.3\u202f%.',
    );
    expect(shownWords(0, 1500, curve, 1200)).toBe(
      'Showing the network before the first epoch: validation accuracy 25.0\u202f%.',
    );
  });
  it('is said by the training nodes where nothing is validated on, and without a score that is still coming', () => {
    expect(shownWords(8, 20, [epoch(8, null)], null)).toContain('8 of 20: training accuracy 90.0');
    expect(shownWords(16, 20, [epoch(8)], null)).toBe('Showing the network after epoch 16 of 20.');
    expect(shownWords(null, 20, curve, 40)).toContain('not one of this training');
  });
});

describe('epochs that were not kept', () => {
  it('are accounted for', () => {
    expect(thinnedWords({ every: 8, epochs: [], budget: 128 * 2 ** 20 }, 8)).toBeNull();
    expect(thinnedWords({ every: 32, epochs: [], budget: 128 * 2 ** 20 }, 8)).toBe(
      'Every 32nd epoch is kept: every 8th would take more than 128 MiB.',
    );
    expect([1, 2, 3, 11, 12, 21, 113, 1002].map(ordinal)).toEqual([
      ...['1st', '2nd', '3rd', '11th', '12th', '21st', '113th', '1,002nd'],
    ]);
  });
});
