/**
 * Plants faults in a copy of the product, one at a time, and sees that the tests fail. `npm run test:faults [report.json]`.
 * A fault that no test notices fails the run: the tests would not notice somebody writing it either.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectionFaults } from './collection-faults.ts';
import { consentFaults } from './consent-faults.ts';
import type { PlantedFault } from './planted-fault.ts';

interface Report {
  readonly numFailedTests: number;
  readonly numTotalTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const copied = [
  'browser',
  'lambdas',
  'lib',
  'dev',
  'bin',
  'test',
  'package.json',
  'tsconfig.json',
  'cdk.json',
  'vitest.config.ts',
];

function copyOfProduct(): string {
  const folder = mkdtempSync(join(tmpdir(), 'optledger-faults-'));
  for (const name of copied) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function runTests(folder: string, tests: readonly string[]): Promise<Report | undefined> {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  return new Promise((resolve) => {
    const args = [vitest, 'run', '--reporter=json', `--outputFile=${report}`, ...tests];
    execFile(process.execPath, args, { cwd: folder, timeout: 240_000 }, () => {
      try {
        resolve(JSON.parse(readFileSync(report, 'utf8')) as Report);
      } catch {
        resolve(undefined);
      }
    });
  });
}

/** The names of tests that fail with the fault; undefined when the fault does not fit the code any more. */
async function plant(folder: string, fault: PlantedFault): Promise<string[] | undefined> {
  const file = join(folder, fault.file);
  const sound = readFileSync(file, 'utf8');
  if (sound.split(fault.find).length !== 2) return undefined;
  writeFileSync(
    file,
    sound.replace(fault.find, () => fault.replace),
  );
  try {
    const report = await runTests(folder, fault.tests);
    if (report === undefined || report.numTotalTests === 0) return [];
    const failed = report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed'),
    );
    // A fault that only keeps the tests from loading shows nothing: it counts as missed.
    return failed.map(({ fullName }) => fullName);
  } finally {
    writeFileSync(file, sound);
  }
}

const [reportFile] = process.argv.slice(2);
const plantedFaults: readonly PlantedFault[] = [...consentFaults, ...collectionFaults];
const waiting = [...plantedFaults];
let noticed = 0;
const missed: string[] = [];

async function lane(): Promise<void> {
  const folder = copyOfProduct();
  try {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) {
      const failed = await plant(folder, fault);
      if (failed === undefined) missed.push(`${fault.name}: the fault does not fit ${fault.file} any more`);
      else if (failed.length === 0) missed.push(`${fault.name}: no test notices`);
      else noticed += 1;
      console.log(
        failed !== undefined && failed.length > 0
          ? `noticed  ${fault.name}\n         by ${failed.length}: ${failed[0]}`
          : `MISSED   ${fault.name}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await Promise.all([lane(), lane()]);
for (const each of missed) console.error(each);
console.log(`${noticed} of ${plantedFaults.length} planted faults noticed`);
if (reportFile !== undefined) {
  writeFileSync(
    reportFile,
    JSON.stringify({ numPassedTests: noticed, numFailedTests: missed.length, success: missed.length === 0 }),
  );
}
process.exit(missed.length === 0 ? 0 : 1);
