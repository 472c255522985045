import { expect, test } from 'vitest';
import type { Trace } from '../../engine/protocol';
import { comparisonWords, type TracedLane } from './comparison-words';

/** A trace with these ranks by hop, whose rows lie that near to one point at each. */
function traced(
  title: string,
  ranks: (number | null)[],
  point: number[],
  shares?: number[],
  accuracy: TracedLane['accuracy'] = null,
): TracedLane {
  const trace = {
    hops: ranks.length - 1,
    nodeCount: 2,
    measures: ranks.map((effectiveRank) => ({ effectiveRank, numericalRank: 2 })),
    shapes: point.map((each, k) => ({
      ...{ point: each, ray: 0, zeroRows: 0 },
      nearestCentroid: shares ? { share: shares[k], byClass: [] } : null,
    })),
  } as unknown as Trace;
  return { title, trace, accuracy };
}

const gcn = traced('GCN', [4, 2, 1.3], [0, 1, 1]);
const gcnii = traced('GCNII', [4, 3.9, 3.7], [0, 0, 0]);

test('says the rank of each at the hop, the most first, and which collapses from where', () => {
  expect(comparisonWords([gcn, gcnii], 2, 0.05)).toBe(
    'At hop 2 the effective rank is 3.7 for GCNII, 1.3 for GCN. Rows collapse to one point at hop 1 for GCN; not within 2 hops for GCNII.',
  );
});

test('says what is the same in each, and nothing of what is not known', () => {
  expect(comparisonWords([gcn, gcnii], 0, 0.05)).toContain('At hop 0 the effective rank is 4 for each.');
  expect(comparisonWords([gcnii, traced('SGC', [4, null, null], [0, 0, 0])], 1, 0.05)).toBe(
    'The rows of none collapse within 2 hops.',
  );
});

test('takes a lane with fewer hops at its last, and says so', () => {
  expect(comparisonWords([gcnii, traced('1 hop', [4, 2], [0, 0])], 2, 0.05)).toBe(
    'At hop 2 the effective rank is 3.7 for GCNII, 2 (its last hop, 1) for 1 hop. The rows of none collapse within their hops.',
  );
});

test('says whether classes can be told apart, where there are any', () => {
  const lanes = [traced('A', [1, 1], [1, 1], [0.5, 0.5]), traced('B', [1, 1], [1, 1], [0.5, 0.9])];
  expect(comparisonWords(lanes, 1, 0.05)).toContain(
    'The share of labelled nodes nearest to their own class’s centre is 90\u202f% for B, 50\u202f% for A.',
  );
});

test('says how often those are right that have learned', () => {
  const right = (title: string, share: number, of: 'test nodes' | 'labelled nodes' = 'test nodes') =>
    traced(title, [1, 1], [1, 1], undefined, { share, of });
  expect(comparisonWords([right('GCN', 0.37), right('GCNII', 0.84), gcn], 1, 0.05)).toMatch(
    /^The share of the test nodes predicted right is 84\s% for GCNII, 37\s% for GCN\. At hop 1/,
  );
  expect(comparisonWords([right('GCN', 0.37, 'labelled nodes'), gcnii], 1, 0.05)).toMatch(
    /^The share of all labelled nodes, learned from or not, predicted right is 37\s% for GCN\. /,
  );
  expect(comparisonWords([right('GCN', 0.37, 'labelled nodes'), right('GCNII', 0.84)], 1, 0.05)).toMatch(
    /^The share of nodes predicted right is 84\s% of the test nodes for GCNII, 37\s% of all labelled nodes, learned from or not, for GCN\. /,
  );
});

test('says of lanes that are the same nothing, or once', () => {
  expect(comparisonWords([gcn], 1, 0.05)).toBe('');
  expect(comparisonWords([gcn, gcn], 1, 0.05)).toBe('');
  expect(comparisonWords([gcn, gcnii, gcn], 2, 0.05)).toBe(comparisonWords([gcn, gcnii], 2, 0.05));
});
