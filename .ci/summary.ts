/**
 * Names what failed, with the first line of why, adds up the runners' own reports and prints the closing line of a CI run. Exits 1 when
 * anything failed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  /** Vitest's; the other runners say what failed as they go, or here. */
  readonly testResults?: readonly TestFile[];
  readonly failed?: readonly string[];
}

interface TestFile {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages?: readonly string[];
  }[];
}

const firstLine = (text = '') => text.split('\n', 1)[0]?.slice(0, 300) ?? '';

/** The failed tests of a report; a file that failed as a whole where none of its tests did. */
function failuresOf({ testResults = [], failed = [] }: Report): readonly string[] {
  const ofFiles = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative('.', name);
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      if (tests.length === 0) return [`${file}: ${firstLine(message)}`];
      return tests.map(({ fullName, failureMessages }) => `${file} > ${fullName}: ${firstLine(failureMessages?.[0])}`);
    });
  return [...ofFiles, ...failed];
}

const [folder = '.test-output', brokenSteps = '0'] = process.argv.slice(2);
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report);
const passed = reports.reduce((sum, report) => sum + report.numPassedTests, 0);
const failedTests = reports.reduce((sum, report) => sum + report.numFailedTests, 0);
// A step that broke without a failed test of its own (an install, a type error, a crash) counts as one failure.
const failed = Math.max(failedTests, Number(brokenSteps));
for (const failure of reports.flatMap(failuresOf)) console.log(`✗ ${failure}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
