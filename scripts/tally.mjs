/** @typedef {{ passed: number, failed: number }} Tally */

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
 * Counts a Playwright JSON report. Errors outside any test (a server that did not start) are failures; so is a flaky test.
 * @param {unknown} report
 * @returns {Tally}
 */
export function playwrightTally(report) {
  const { stats, errors } =
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} */ (report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
