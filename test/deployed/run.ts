/**
 * `npm run test:deployed`: deploys the real stack to an emulated AWS on this machine, uses it, upgrades it, takes its
 * permissions away one by one, and removes it. Leaves nothing running, also after a failure or Ctrl-C.
 * `--report FILE` writes how many checks passed and failed, as JSON.
 * With `--way-back` it only rehearses the restore of a table, with `--sign-in` only how people sign in, with `--grants` only what each role needs,
 * with `--journeys PART` only the journeys with that in their name.
 * With `--breaks` it deploys deliberately broken stacks instead, and demands that each is refused for its cause.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keptList } from '../../dev/machine/kept-file.ts';
import { startLoopbackServer } from '../../dev/machine/loopback-server.ts';
import { outsideWorld, type SentMessage } from '../../dev/outside-world/outside-world.ts';
import { breaks } from './breaks.ts';
import { endLeftBehind, killAll } from './child-process.ts';
import { startEmulatedAws } from './emulated-aws.ts';
import { startProgress } from './progress.ts';
import { pythonEnvironment } from './python-environment.ts';
import { newStage } from './stage.ts';
import { grants, journeysNamed, signIn, tour, wayBack } from './tour.ts';

const { values: options } = parseArgs({
  options: {
    breaks: { type: 'boolean', default: false },
    'way-back': { type: 'boolean', default: false },
    'sign-in': { type: 'boolean', default: false },
    grants: { type: 'boolean', default: false },
    journeys: { type: 'string' },
    report: { type: 'string' },
  },
});
const mark = randomBytes(8).toString('hex');
const folder = mkdtempSync(join(tmpdir(), 'optledger-deployed-'));
const progress = startProgress();
const stops: (() => Promise<unknown>)[] = [];

process.once('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    console.error(`\nStopped by ${signal}.`);
    void cleanUp()
      .catch((error: unknown) => console.error(String(error)))
      .finally(() => process.exit(130));
  });
}

async function main(): Promise<void> {
  let programs = '';
  await progress.step('Python environment', async () => {
    programs = await pythonEnvironment(
      fileURLToPath(new URL('../../.optledger/venv', import.meta.url)),
      fileURLToPath(new URL('requirements.txt', import.meta.url)),
    );
    return 'MiniStack, cfn-lint and the AWS command line at their pinned versions';
  });
  const accessToken = randomBytes(32).toString('hex');
  const sent = keptList<SentMessage>(join(folder, 'sent.jsonl'));
  const service = { name: 'simulated outside world', port: 0 };
  const world = await startLoopbackServer(service, outsideWorld(accessToken, sent, Date.now).answer);
  stops.push(world.stop);
  const aws = await startEmulatedAws({ folder, programs, smsUrl: world.url, mark });
  stops.push(aws.stop);
  console.log(`  Emulated AWS at ${aws.url}: every call is checked against the policies of its caller.`);
  const stage = (name: string) =>
    newStage(name, { aws, folder: join(folder, name), outsideUrl: world.url, accessToken });
  const whole = options.journeys === undefined ? tour : journeysNamed(options.journeys);
  const suite = options['way-back'] ? wayBack : options['sign-in'] ? signIn : options.grants ? grants : whole;
  await (options.breaks ? breaks : suite)({ aws, folder, progress, stage });
}

/** Ends everything in turn. Rejects with what would not go. */
async function cleanUp(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop().catch((error: unknown) => console.error(String(error)));
  killAll();
  const left = await endLeftBehind(mark);
  rmSync(folder, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`Still running: ${left.join(', ')}.`);
}

/** Writes the counts as a test runner would, for whoever adds them up. */
function report(failed: number): void {
  const counts = { numPassedTests: progress.passed(), numFailedTests: failed, success: failed === 0 };
  if (options.report !== undefined) writeFileSync(options.report, JSON.stringify(counts));
}

try {
  await main().finally(cleanUp);
  console.log(`\n${progress.summary()}\n\nNothing is left running.`);
  report(0);
} catch (error) {
  console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
  report(1);
}
process.exit();
