/** `second` of those that passed did so at the second try only. @typedef {{ passed: number, failed: number, second?: number }} Tally */

/**
 * Counts a Vitest JSON report. A file that failed without a failed test of its own (it did not load) is one failure.
 * @param {unknown} report
 * @returns {Tally}
 */
export function vitestTally(report) {
  const { numPassedTests, numFailedTests, testResults } =
    /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} */ (
      report
    );
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

/**
 * Counts a Playwright JSON report. Errors outside any test (a server that did not start) are failures. A flaky test has
 * passed, and is counted as one that needed its second try.
 * @param {unknown} report
 * @returns {Tally}
 */
export function playwrightTally(report) {
  const { stats, errors } =
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} */ (report);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    second: stats.flaky,
  };
}
