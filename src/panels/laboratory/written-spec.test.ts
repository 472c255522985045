import { expect, it } from 'vitest';
import { SMALL } from '../../gnn/experiments/testing/small';
import { validateExperiment } from '../../gnn/experiments/validate';
import { writtenSpec } from './written-spec';

it('is JSON that means the same, what is short on one line', () => {
  const spec = validateExperiment(SMALL);
  const text = writtenSpec(spec);
  expect(JSON.parse(text)).toEqual(spec);
  expect(text.split('\n')).toContain('  "depths": [1, 3],');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});
