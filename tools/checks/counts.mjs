import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number }} Count what a step proved and what it disproved. A skipped test disproves: nobody asked
 * for it to be left out.
 */

/** A step that is right or wrong as a whole. @param {number} exitCode @returns {Count} */
export function countOne(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Our own checks end with `N passed, N failed`. @param {number} exitCode @param {string} result @param {string} output @returns {Count} */
export function countLastLine(exitCode, result, output) {
  const last = /(\d+) passed, (\d+) failed\s*$/.exec(output.trimEnd());
  return honest(exitCode, last ? { passed: Number(last[1]), failed: Number(last[2]) } : { passed: 0, failed: 0 });
}

/** @param {number} exitCode @param {string} result file that jest's --outputFile wrote @returns {Count} */
export function countJest(exitCode, result) {
  const report = read(result);
  if (!report) return countOne(exitCode || 1);
  const skipped = report.numPendingTests + report.numTodoTests;
  return honest(exitCode, { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites + skipped });
}

/** @param {number} exitCode @param {string} result file that Playwright's JSON reporter wrote @returns {Count} */
export function countPlaywright(exitCode, result) {
  const report = read(result);
  if (!report) return countOne(exitCode || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest(exitCode, { passed: expected, failed: unexpected + flaky + skipped });
}

/** A step that failed without a failed test (a crash, no test at all) has failed all the same. */
function honest(exitCode, { passed, failed }) {
  const provedNothing = passed + failed === 0;
  return { passed, failed: failed === 0 && (exitCode !== 0 || provedNothing) ? 1 : failed };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
