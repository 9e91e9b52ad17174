import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discoverFaults, testFiles, testsOf, whyUnplantable } from '../faults/discover.ts';
import { judgeReport, lateFiles, type TestReport } from '../faults/judge-report.ts';

const root = join(import.meta.dirname, '..', '..');
const files = testFiles(root);
const faults = await discoverFaults(join(root, 'test', 'faults'));

describe('planted faults', () => {
  test('every fault fits the code of today and names tests that exist', () => {
    const unplantable = faults.map((fault) => [fault.name, whyUnplantable(root, fault, files)] as const);
    expect(unplantable.filter(([, why]) => why !== undefined)).toEqual([]);
  });

  test('every fault names few enough tests to be run within minutes', () => {
    const many = faults.filter((fault) => testsOf(fault, files).length > 25);
    expect(many.map(({ name }) => name)).toEqual([]);
  });

  test('what occurs twice, in no file or with no test cannot be planted', () => {
    const fault = { name: 'a', file: 'package.json', find: '"version":', replace: '', tests: ['test/architecture'] };
    expect(whyUnplantable(root, fault, files)).toBeUndefined();
    expect(whyUnplantable(root, { ...fault, find: '"' }, files)).toMatch(/occurs \d+ times/);
    expect(whyUnplantable(root, { ...fault, find: 'not in there' }, files)).toMatch(/occurs 0 times/);
    expect(whyUnplantable(root, { ...fault, file: 'lambdas/none.ts' }, files)).toMatch(/no lambdas\/none/);
    expect(whyUnplantable(root, { ...fault, tests: ['test/none'] }, files)).toMatch(/no test test\/none/);
  });
});

describe('the verdict on a run', () => {
  const run = (...failures: readonly (readonly string[])[]): TestReport => ({
    numTotalTests: failures.length,
    success: false,
    testResults: [
      {
        name: 'some.test.ts',
        status: 'failed',
        assertionResults: failures.map((failureMessages, index) => ({
          status: failureMessages.length === 0 ? 'passed' : 'failed',
          fullName: `test ${index}`,
          failureMessages,
        })),
      },
    ],
  });

  test('a test that saw something wrong notices the fault', () => {
    expect(judgeReport(run([], ['AssertionError: expected 1 to be 2']))).toEqual({ failed: ['test 1'], timedOut: [] });
  });

  test('a test or a hook that ran out of time notices nothing, whatever failed after it', () => {
    const test = ['Error: Test timed out in 5000ms.\nIf this is a long-running test', 'AssertionError: and then'];
    expect(judgeReport(run(test, ['Error: Hook timed out in 60000ms.']))).toEqual({
      failed: [],
      timedOut: ['test 0', 'test 1'],
    });
  });

  test('a file that does not load notices nothing', () => {
    const report = { ...run(), testResults: [{ name: 'a', status: 'failed', message: 'no', assertionResults: [] }] };
    expect(judgeReport(report)).toEqual({ failed: [], timedOut: [] });
  });

  test('a file is run once more where nothing but time was wrong', () => {
    const late = ['Error: Test timed out in 30000ms.'];
    expect(lateFiles(run([], late))).toEqual(['some.test.ts']);
    expect(lateFiles(run(late, ['AssertionError: expected 1 to be 2']))).toEqual([]);
    expect(lateFiles({ ...run([]), testResults: [{ name: 'a', status: 'failed', assertionResults: [] }] })).toEqual([]);
  });
});
