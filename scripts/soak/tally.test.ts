import { expect, it } from 'vitest';
import type { Plan } from './plan';
import { leaks, type RunResult } from './run.mjs';
import { createTally, withoutFigures } from './tally.mjs';

const memory = { tensors: 0, bytes: 0, traceBytes: 10, traceBudget: 100 };
const heap = { bytes: 1000, elements: 5, listeners: 2 };
const plan = (seed: number) =>
  ({
    seed,
    combination: { conv: 'gat', norm: 'pair', residual: 'skip' },
    recipe: { hops: 3, width: 8 },
    graph: { nodes: 60, edges: [[0, 1]] },
  }) as unknown as Plan;
const result = (given: Partial<RunResult>): RunResult => ({
  ...{ failures: [], refusals: [], divergences: [], epochs: 6, milliseconds: 100, memory },
  ...given,
});

it('counts what happened, and says how to repeat what failed', () => {
  const tally = createTally({ backend: 'cpu', combinations: 306, now: () => 0 });
  tally.begin(memory, heap);
  expect(tally.add(plan(1), result({ refusals: ['width is 3; take 4', 'width is 5; take 8'] }))).toBe(
    'seed 1 · gat, norm pair, residual skip · 3 hops × 8 · 60 nodes, 1 edges · 6 epochs · 2 refused · 100 ms',
  );
  expect(tally.failed()).toBe(0);
  const line = tally.add(plan(2), result({ failures: ['explain().update[0] is NaN'], divergences: ['At hop 2 …'] }));
  expect(line).toContain('\n  FAILED explain().update[0] is NaN\n  recipe {"hops":3,"width":8}');
  tally.end({ ...heap, bytes: 1100 });
  expect(tally.failed()).toBe(1);
  const report = tally.report();
  expect(report).toMatch(/^gat +2 +12 +1 +2 +100$/m);
  expect(report).toMatch(/^width is N; take N +2$/m);
  expect(report).toMatch(/^bytes of the page’s heap +1,000 +1,100$/m);
  expect(report).toContain('1 of 306 combinations of convolution, norm and residual trained; 1 failed');
  expect(report).toContain('explain().update[0] is NaN\n    npm run soak -- --backend cpu --repeat 2');
});

it('takes reasons that differ in figures and names for one', () => {
  expect(withoutFigures('width is 300, but it has to be from 1 to 256. The nearest is 0.95.')).toBe(
    'width is N, but it has to be from N to N. The nearest is N.',
  );
  expect(withoutFigures('it can be "a", "b" or "c". Take "b".')).toBe(
    withoutFigures('it can be "x" or "y". Take "y".'),
  );
});

it('calls a leak what is held after a run and was not before', () => {
  expect(leaks(memory, { ...memory, traceBytes: 50 })).toEqual([]);
  expect(leaks(memory, { ...memory, tensors: 3, bytes: 12 })).toEqual([
    '3 tensors are left, 0 before',
    '12 bytes are left on the device, 0 before',
  ]);
  expect(leaks(memory, { ...memory, traceBytes: 101 })).toHaveLength(1);
});
