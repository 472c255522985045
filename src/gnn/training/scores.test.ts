import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyOf, crossEntropyOf, predict, scoresOf } from './scores';

const all = (n: number) => Int32Array.from({ length: n }, (_, i) => i);

describe('scores', () => {
  it('predicts the class with the highest logit, with its softmax', () => {
    const { label, confidence } = predict([1, 2, 0, 1000, 1000, -1000], 3);
    expect([...label]).toEqual([1, 0]);
    expect(confidence[0]).toBeCloseTo(Math.exp(2) / (Math.exp(1) + Math.exp(2) + 1), 6);
    expect(confidence[1]).toBeCloseTo(0.5, 6);
  });

  it('counts right and wrong by class', () => {
    // Actual a a a b b c, predicted a a b b a a: nothing is ever predicted as c.
    const labels = Int32Array.of(0, 0, 0, 1, 1, 2, 0);
    const label = Int32Array.of(0, 0, 1, 1, 0, 0, 2);
    const scores = scoresOf({ label, confidence: new Float32Array(7).fill(1) }, labels, all(6), 3);
    expect(scores.count).toBe(6);
    expect(scores.accuracy).toBe(0.5);
    expect(scores.confusion).toEqual([
      [2, 1, 0],
      [1, 1, 0],
      [1, 0, 0],
    ]);
    expect(scores.perClass).toEqual([
      { precision: 0.5, recall: 2 / 3, f1: 4 / 7, support: 3 },
      { precision: 0.5, recall: 0.5, f1: 0.5, support: 2 },
      { precision: null, recall: 0, f1: 0, support: 1 },
    ]);
    expect(scores.calibration.expectedError).toBe(0.5);
  });

  it('measures calibration by tenths of confidence', () => {
    const confidence = Float32Array.of(0.95, 0.95, 0.95, 0.95, 0.55, 0.55);
    const label = Int32Array.of(0, 0, 0, 1, 0, 1);
    const { bins, expectedError } = scoresOf({ label, confidence }, new Int32Array(6), all(6), 2).calibration;
    expect(bins[9]).toEqual({ count: 4, confidence: expect.closeTo(0.95, 6), accuracy: 0.75 });
    expect(bins[5]).toEqual({ count: 2, confidence: expect.closeTo(0.55, 6), accuracy: 0.5 });
    expect(expectedError).toBeCloseTo((4 * 0.2 + 2 * 0.05) / 6, 6);
  });

  it('says null, not 0 or NaN, where there is nothing to score', () => {
    const empty = scoresOf(predict([], 2), new Int32Array(), new Int32Array(), 2);
    expect([empty.accuracy, empty.calibration.expectedError, empty.perClass[0].recall]).toEqual([null, null, null]);
    expect(crossEntropyOf([], 2, new Int32Array(), new Int32Array())).toBeNull();
  });

  it('agrees with each definition on any predictions', () => {
    const node = fc.record({
      actual: fc.nat(3),
      logits: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 30 }), (nodes) => {
        const labels = Int32Array.from(nodes, ({ actual }) => actual);
        const logits = nodes.flatMap((one) => one.logits);
        const predictions = predict(logits, 4);
        const scores = scoresOf(predictions, labels, all(nodes.length), 4);
        expect(scores.accuracy).toBe(accuracyOf(predictions.label, labels, all(nodes.length)));
        expect(scores.confusion.flat().reduce((a, b) => a + b)).toBe(nodes.length);
        expect(scores.calibration.bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(nodes.length);
        for (const { precision, recall, f1 } of scores.perClass) {
          if (precision && recall) expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 10);
        }
        const loss = nodes.reduce((sum, one) => {
          const exps = one.logits.map(Math.exp);
          return sum - Math.log(exps[one.actual] / exps.reduce((a, b) => a + b));
        }, 0);
        expect(crossEntropyOf(logits, 4, labels, all(nodes.length))).toBeCloseTo(loss / nodes.length, 9);
      }),
    );
  });
});
