import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countJest, countLastLine, countOne, countPlaywright } from './counts.mjs';

describe('what a step counts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptake-counts-'));
  const result = (content: object) => {
    const file = join(folder, 'result.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const jest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 };
  const playwright = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 };

  afterAll(() => rmSync(folder, { recursive: true }));

  it('without tests is one thing, right or wrong', () => {
    expect(countOne(0)).toEqual({ passed: 1, failed: 0 });
    expect(countOne(2)).toEqual({ passed: 0, failed: 1 });
  });

  it('takes the last line of our own checks', () => {
    expect(countLastLine(1, '', 'one thing is wrong\n12 passed, 1 failed\n')).toEqual({ passed: 12, failed: 1 });
  });

  it('fails where a step ended badly and blames no test', () => {
    expect(countLastLine(1, '', '12 passed, 0 failed')).toEqual({ passed: 12, failed: 1 });
    expect(countJest(1, result(jest))).toEqual({ passed: 3, failed: 1 });
    expect(countJest(0, join(folder, 'never-written.json'))).toEqual({ passed: 0, failed: 1 });
  });

  it('fails where nothing was proved', () => {
    expect(countLastLine(0, '', 'all well')).toEqual({ passed: 0, failed: 1 });
    expect(countJest(0, result({ ...jest, numPassedTests: 0 }))).toEqual({ passed: 0, failed: 1 });
  });

  it('takes a skipped, a planned and a flaky test for failed', () => {
    expect(countJest(0, result({ ...jest, numPendingTests: 1, numTodoTests: 1 }))).toEqual({ passed: 3, failed: 2 });
    expect(countPlaywright(0, result({ stats: { ...playwright, flaky: 1, skipped: 1 } }))).toEqual({ passed: 2, failed: 2 });
  });

  it('takes a file of tests that does not even load for failed', () => {
    expect(countJest(1, result({ ...jest, numRuntimeErrorTestSuites: 1 }))).toEqual({ passed: 3, failed: 1 });
  });
});
