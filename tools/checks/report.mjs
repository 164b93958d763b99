const width = 100;

/**
 * @param {import('./run-step.mjs').Outcome} outcome
 * @returns {string} its heading, and all that it said where it failed
 */
export function heading({ step, passed, failed, seconds, output }) {
  const right = `${counted(passed, failed)}, ${seconds.toFixed(1)} s`;
  const line = `${failed ? 'FAILED' : 'passed'}  ${step.title} `;
  const title = `\n${line}${'-'.repeat(Math.max(3, width - line.length - right.length - 1))} ${right}`;
  return failed ? `${title}\n${output.trimEnd()}\n` : title;
}

/**
 * @param {import('./run-step.mjs').Outcome[]} outcomes
 * @param {number} seconds in all
 * @returns {string} a table, and last the one line that counts everything
 */
export function report(outcomes, seconds) {
  const rows = outcomes.map(({ step, passed, failed, seconds: own }) => [step.name, `${passed}`, `${failed}`, own.toFixed(1)]);
  const lines = [['step', 'passed', 'failed', 'seconds'], ...rows].map(
    ([name, ...figures]) => `  ${name.padEnd(18)}${figures.map((figure) => figure.padStart(9)).join('')}`,
  );
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `\n${lines.join('\n')}\n\n  ${seconds.toFixed(0)} seconds in all\n\n${counted(sum('passed'), sum('failed'))}`;
}

const counted = (passed, failed) => `${passed} passed, ${failed} failed`;
