import { describe, expect, it } from 'vitest';
import { playwrightTally, vitestTally } from './tally.mjs';

describe('vitestTally', () => {
  it('counts a file that did not load as one failure, and no failed test twice', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(vitestTally(report)).toEqual({ passed: 5, failed: 2 });
  });
});

describe('playwrightTally', () => {
  it('counts unexpected tests and errors outside tests as failures, and apart what needed a second try', () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{ message: 'no server' }] };
    expect(playwrightTally(report)).toEqual({ passed: 8, failed: 2, second: 1 });
  });
});
