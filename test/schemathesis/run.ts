/**
 * `npm run test:api`: schemathesis makes thousands of calls out of docs/openapi.json and sends them to a local mode: none may be answered
 * 5xx, and no answer may be another than the document says. `--report FILE` writes how many operations passed and failed, as JSON;
 * `--only operationId` looks at one.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { attempt, killAll } from '../deployed/child-process.ts';
import { pythonEnvironment } from '../deployed/python-environment.ts';
import { localModeForTests } from '../support/local-mode.ts';
import { fuzzedDocument } from './fuzzed-document.ts';
import { openFuzzedShop } from './fuzzed-shop.ts';

/**
 * What is judged. Not `positive_data_acceptance` and `negative_data_rejection`: much is refused by rules that no schema can say (a purpose
 * of another app), and a bulk call answers 200 with the refusals inside.
 */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];

const { values: options } = parseArgs({
  options: { report: { type: 'string' }, only: { type: 'string' }, examples: { type: 'string', default: '25' } },
});
process.once('exit', killAll);
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'optledger-schemathesis-'));
let failed = 1;
let passed = 0;
try {
  const programs = await pythonEnvironment(here('../../.optledger/venv-schemathesis'), here('requirements.txt'));
  const localMode = await localModeForTests();
  try {
    const { baseUrl, apiKey } = localMode;
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(fuzzedDocument(baseUrl, await openFuzzedShop(baseUrl, apiKey))));
    const junit = join(folder, 'junit.xml');
    const { code } = await attempt(
      join(programs, 'st'),
      [
        ...['run', file, '--url', baseUrl, '--header', `Authorization: Bearer ${apiKey}`],
        ...['--workers', '1', '--phases', 'examples,coverage,fuzzing', '--max-examples', options.examples],
        ...['--generation-deterministic', '--continue-on-failure', '--warnings', 'off', '--no-color'],
        ...(options.only === undefined ? [] : ['--include-operation-id', options.only]),
        ...['--checks', checks.join(','), '--report-junit-path', junit],
      ],
      { env: process.env, cwd: folder, onOutput: (text) => process.stdout.write(text) },
    );
    const count = (name: string): number =>
      Number(new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`).exec(readFileSync(junit, 'utf8'))?.[1] ?? 0);
    failed = count('failures') + count('errors');
    passed = count('tests') - failed;
    if (code !== 0 && failed === 0) failed = 1;
  } finally {
    await localMode.stop();
  }
} catch (error) {
  console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${passed} operations answered every call as the document says, ${failed} did not.`);
if (options.report !== undefined) {
  const counts = { numPassedTests: passed, numFailedTests: failed, success: failed === 0 && passed > 0 };
  writeFileSync(options.report, JSON.stringify(counts));
}
process.exit(failed === 0 && passed > 0 ? 0 : 1);
