import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt } from './child-process.ts';
import type { Outcome } from './progress.ts';
import { reportedErrors } from './reported-errors.ts';
import type { Stage } from './stage.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Journeys that end where the emulator differs from AWS (docs/emulated-aws.md), by what they then say. */
const knownDifferences: readonly { readonly journey: string; readonly says: string; readonly why: string }[] = [
  {
    journey: 'makes one export of a tick, however often the tick is delivered',
    says: "to match object { status: 'failed'",
    why: 'the emulator does not tell the class of the error that a function throws',
  },
];

interface Assertion {
  readonly fullName: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

/**
 * Runs the journey suite against a stage. Gives the counts; rejects with what failed, and what the functions say of it.
 *
 * @param part of the names of the files that are run; all without it
 */
export async function runJourneys(stage: Stage, folder: string, part = ''): Promise<Outcome> {
  const settings = await stage.settings('');
  const env = {
    ...stage.environment,
    JOURNEY_BASE_URL: settings.baseUrl,
    JOURNEY_HOST_HEADER: settings.hostHeader,
    JOURNEY_API_KEY: settings.apiKey,
    JOURNEY_APP_SECRET: settings.appSecret,
    JOURNEY_VERIFY_TOKEN: settings.verifyToken,
    JOURNEY_OUTSIDE_URL: settings.outsideUrl,
    JOURNEY_SMS_TOPIC_ARN: settings.smsTopicArn,
    JOURNEY_EVENT_BUS_NAME: settings.eventBusName,
    JOURNEY_CONNECT_FUNCTION: settings.connectFunction,
    JOURNEY_WHATSAPP_TOPIC_ARN: settings.whatsappTopicArn,
    JOURNEY_PUBLIC_URL: settings.publicUrl,
    JOURNEY_APP_SECRETS_PREFIX: settings.appSecretsPrefix,
    JOURNEY_SCHEDULE_GROUP: settings.scheduleGroup,
  };
  const began = Date.now();
  const file = join(folder, 'journeys.json');
  const command = [
    'run',
    '--project',
    '*journeys',
    '--reporter=json',
    `--outputFile=${file}`,
    ...(part === '' ? [] : [part]),
  ];
  const { output } = await attempt('vitest', command, { env, cwd: project });
  const all = assertionsIn(file, output);

  const failed = all.filter(({ status }) => status === 'failed');
  const unexpected = failed.filter(({ fullName, failureMessages }) => {
    const known = knownDifferences.find(({ journey }) => fullName.endsWith(journey));
    return known === undefined || !failureMessages.some((message) => message.includes(known.says));
  });
  if (unexpected.length > 0) {
    const told = unexpected.map(
      ({ fullName, failureMessages }) => `  ${fullName}\n    ${shortly(failureMessages[0] ?? '')}`,
    );
    throw new Error(
      `${await reportedErrors(stage, began)}\n${unexpected.length} of ${all.length} journeys failed:\n${told.join('\n')}`,
    );
  }
  const count = (wanted: string): number => all.filter(({ status }) => status === wanted).length;
  const passed = count('passed');
  if (passed === 0) throw new Error(`No journey ran:\n${output.slice(-2000)}`);
  const differing = knownDifferences.filter(({ journey }) => failed.some(({ fullName }) => fullName.endsWith(journey)));
  const notes = differing.map(({ journey, why }) => `; "${journey}" ends early: ${why}`);
  const locally = all.length - passed - failed.length;
  return { result: `${passed} journeys passed, ${locally} for local mode only${notes.join('')}`, checks: passed };
}

/** The first line of a failure, and where in the journey it was. */
function shortly(failure: string): string {
  const [place] = /test\/journeys\/\S+:\d+/.exec(failure) ?? [];
  return `${failure.split('\n')[0]?.slice(0, 200)} (${place ?? 'no place'})`;
}

function assertionsIn(file: string, output: string): readonly Assertion[] {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as { testResults: { assertionResults: Assertion[] }[] };
    return report.testResults.flatMap(({ assertionResults }) => assertionResults);
  } catch {
    throw new Error(`The journeys did not start:\n${output.slice(-2000)}`);
  }
}
