/**
 * Plants faults in a copy of the product, one at a time, and sees that the tests fail:
 * `npm run test:faults [report.json] [--some] [part of a name …]`. With `--some` twenty-four of them at most, others each day (UTC): all
 * together take longer than a CI run may.
 * A fault that no test notices fails the run: the tests would not notice somebody writing it either. First the tests
 * run on the sound product: a test that fails there would notice everything.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discoverFaults, type FoundFault, testFiles, testsOf, whyUnplantable } from './discover.ts';
import { judgeReport, lateFiles, type TestReport } from './judge-report.ts';

/** Everything that tests read; what commands leave behind is hidden or made by the build. */
const copied = readdirSync('.').filter(
  (name) => !name.startsWith('.') && name !== 'node_modules' && name !== 'cdk.out',
);

/** How long the tests of one fault may take before the fault counts as missed; the sound run may take longer. */
const faultTime = 240_000;
const soundTime = 900_000;
/** With `--some`. */
const mostOfSome = 24;

function copyOfProduct(): string {
  const folder = mkdtempSync(join(tmpdir(), 'optledger-faults-'));
  for (const name of copied) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function runTests(folder: string, tests: readonly string[], time: number, workers: number) {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  return new Promise<TestReport | undefined>((resolve) => {
    // Only the projects of these files start, so pure tests start no database.
    const args = ['run', '--reporter=json', `--outputFile=${report}`, `--maxWorkers=${workers}`, ...tests];
    execFile(process.execPath, [vitest, ...args], { cwd: folder, timeout: time, maxBuffer: 2 ** 28 }, () => {
      try {
        resolve(JSON.parse(readFileSync(report, 'utf8')) as TestReport);
      } catch {
        resolve(undefined);
      }
    });
  });
}

const given = process.argv.slice(2);
const isSome = given.includes('--some');
const [first, ...others] = given.filter((each) => each !== '--some');
const reportFile = first?.endsWith('.json') ? first : undefined;
const parts = reportFile === undefined && first !== undefined ? [first, ...others] : others;
const files = testFiles(process.cwd());
const all = (await discoverFaults(import.meta.dirname)).filter(
  ({ name, plantedBy }) => parts.length === 0 || parts.some((part) => `${plantedBy} ${name}`.includes(part)),
);
const shares = isSome ? Math.ceil(all.length / mostOfSome) : 1;
const today = Math.floor(Date.now() / 86_400_000) % shares;
const faults = all.filter((_, index) => index % shares === today);
if (isSome) console.log(`${faults.length} of ${all.length} planted faults: share ${today + 1} of ${shares}, one a day`);
const missed: string[] = [];
let noticed = 0;

function end(): never {
  for (const each of missed) console.error(each);
  console.log(`${noticed} of ${faults.length} planted faults noticed`);
  const success = missed.length === 0 && faults.length > 0;
  if (reportFile !== undefined)
    writeFileSync(
      reportFile,
      JSON.stringify({ numPassedTests: noticed, numFailedTests: missed.length, success, failed: missed }),
    );
  process.exit(success ? 0 : 1);
}

/**
 * The tests of all faults on the sound product. Files in which tests only ran out of time run once more, one after the other: that says
 * how busy the machine is and nothing else.
 */
async function runSound(): Promise<void> {
  const began = Date.now();
  const tests = [...new Set(faults.flatMap((fault) => testsOf(fault, files)))];
  const folder = copyOfProduct();
  let report = await runTests(folder, tests, soundTime, 2);
  const whole = report?.testResults.length === tests.length;
  const lateNames = whole && report !== undefined ? lateFiles(report) : [];
  const late = tests.filter((test) => lateNames.some((name) => name.endsWith(`/${test}`)));
  if (late.length > 0) {
    console.log(`once more, having run out of time: ${late.join(', ')}`);
    report = await runTests(folder, late, soundTime, 1);
  }
  rmSync(folder, { recursive: true, force: true });
  if (whole && report?.success) {
    console.log(`sound    ${tests.length} files, in ${Math.round((Date.now() - began) / 1000)} s`);
    return;
  }
  const verdict = report === undefined ? { failed: [], timedOut: [] } : judgeReport(report);
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  );
  missed.push(
    'the tests fail on the sound product, so they cannot tell a fault',
    ...(whole ? [] : ['they did not come to an end']),
    ...verdict.failed.map((name) => `failed: ${name}`),
    ...verdict.timedOut.map((name) => `ran out of time: ${name}`),
    ...unloaded.map(({ name, message }) => `did not load: ${name} ${(message ?? '').split('\n')[0]}`),
  );
  end();
}

async function plant(folder: string, fault: FoundFault): Promise<void> {
  const began = Date.now();
  const file = join(folder, fault.file);
  const sound = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    sound.replace(fault.find, () => fault.replace),
  );
  const report = await runTests(folder, testsOf(fault, files), faultTime, 1);
  writeFileSync(file, sound);
  const verdict = report === undefined ? { failed: [], timedOut: [] } : judgeReport(report);
  const seconds = Math.round((Date.now() - began) / 1000);
  const [firstFailed] = verdict.failed;
  if (firstFailed !== undefined) {
    noticed += 1;
    console.log(
      `noticed  ${fault.name}\n         by ${verdict.failed.length} in ${seconds} s: ${firstFailed.slice(0, 160)}`,
    );
    return;
  }
  const why = verdict.timedOut.length === 0 ? 'no test notices' : 'tests only run out of time';
  missed.push(`${fault.name}: ${why}`);
  console.log(`MISSED   ${fault.name}\n         ${why}, in ${seconds} s`);
}

const waiting: FoundFault[] = [];
for (const fault of faults) {
  const why = whyUnplantable(process.cwd(), fault, files);
  if (why === undefined) waiting.push(fault);
  else {
    missed.push(`${fault.name}: ${why}`);
    console.log(`MISSED   ${fault.name}\n         ${why}`);
  }
}

async function lane(): Promise<void> {
  const folder = copyOfProduct();
  try {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) await plant(folder, fault);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (faults.length > 0) await runSound();
await Promise.all([lane(), lane()]);
end();
