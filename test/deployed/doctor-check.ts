import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../cli/doctor/finding.ts';
import { awsCall, elements } from './aws-call.ts';
import { attempt, run } from './child-process.ts';
import type { Stage } from './stage.ts';
import { switchOffMappings } from './table-stream.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** What is asked of the machine and of the world outside it, and says nothing about the stage. */
const skipped = ['addresses', 'concurrent runs'];

/** What the emulator does not apply (docs/emulated-aws.md), and what the doctor says to do about it. */
const notApplied = ['recovery: broken', 'table: should', 'time to live: should'];

/** Under which other names the emulator asks for what reads (docs/emulated-aws.md). */
const askedAs: Readonly<Record<string, string>> = {
  'lambda:GetFunctionConcurrency': 'lambda:PutFunctionConcurrency',
  'lambda:GetEventSourceMapping': 'lambda:ListEventSourceMappings',
};

/** What the stage of the suite was not given. */
const notGiven = ['alarms: should', 'settings: should', 'settings: should', 'settings: should', 'settings: note'];

/** What the emulator does not have, or what does not answer it. */
const unreadHere = [
  'subscribers',
  'addresses',
  'WhatsApp',
  'SMS numbers',
  'SMS account',
  'concurrent runs',
  'requests a second',
];

/**
 * Asks the doctor, who may do what docs/doctor.md gives it and no more, about a stage that was just deployed; does what it says, and
 * asks again.
 */
export async function askDoctor(stage: Stage): Promise<string> {
  const doctor = await doctorOf(stage);
  const before = await doctor();
  const { unread } = before.report;
  const surprises = unread.filter(({ area }) => !unreadHere.includes(area)).map(({ area, why }) => `${area} (${why})`);
  if (surprises.length > 0) throw new Error(`The doctor could not read ${surprises.join('; ')}`);
  expectSame('unread', namesOf(unread), unreadHere);
  expectSame('of a right stage', kindsOf(before.report), [...notApplied, ...notGiven]);
  for (const { area, todo } of before.report.findings) {
    if (area === 'recovery' || area === 'table')
      await run('bash', ['-c', todo], { env: stage.environment, cwd: project });
  }
  const after = await doctor();
  expectSame('after its commands', kindsOf(after.report), ['time to live: should', ...notGiven]);
  if (before.code !== 1 || after.code !== 0)
    throw new Error(`The doctor ended with ${before.code}, then ${after.code}.`);
  return `${after.report.right.length} areas right, ${unread.length} said to be unread, 2 mended by its own commands, with the policy of docs/doctor.md alone`;
}

/** Breaks three wires of a stage and asks the doctor. Mapping and subscription stay broken; the secret outlives the stage, and is put back. */
export async function breakWires(stage: Stage): Promise<string> {
  const doctor = await doctorOf(stage);
  const before = await doctor();
  await switchOffMappings(await stage.functionName('send-replies'));
  const secret = ['--secret-id', `optledger/${stage.name}/whatsapp-access`];
  const aws = (verb: string, ...more: readonly string[]) =>
    run('aws', ['secretsmanager', verb, ...secret, ...more], { env: stage.environment });
  const text = ['--query', 'SecretString', '--output', 'text'];
  const value = (await aws('get-secret-value', ...text)).trim();
  await aws('put-secret-value', '--secret-string', ' ');
  for (const SubscriptionArn of await smsSubscriptions(stage)) {
    await awsCall({ service: 'sns', form: { Action: 'Unsubscribe', Version: '2010-03-31', SubscriptionArn } });
  }
  const after = await doctor();
  await aws('put-secret-value', '--secret-string', value);
  const known = new Set(before.report.findings.map(({ what }) => what));
  const findings = after.report.findings.filter(({ what }) => !known.has(what));
  expectSame('of three broken wires', kindsOf({ findings }), [
    'events: broken',
    'secrets: broken',
    'SMS topic: broken',
  ]);
  if (after.code !== 1) throw new Error(`The doctor ended with ${after.code} where something is broken.`);
  return `3 of 3 told: ${findings.map(({ what }) => what).join(' ')}`;
}

async function smsSubscriptions(stage: Stage): Promise<readonly string[]> {
  const form = {
    Action: 'ListSubscriptionsByTopic',
    Version: '2010-03-31',
    TopicArn: stage.commands.exported('SMS_TOPIC'),
  };
  return elements((await awsCall({ service: 'sns', form })).text, 'SubscriptionArn');
}

const namesOf = (all: readonly { readonly area: string }[]): readonly string[] => all.map(({ area }) => area);
const kindsOf = ({ findings }: Pick<Report, 'findings'>): readonly string[] =>
  findings.map(({ area, severity }) => `${area}: ${severity}`);

function expectSame(what: string, is: readonly string[], wanted: readonly string[]): void {
  if (is.toSorted().join() === wanted.toSorted().join()) return;
  throw new Error(
    `The doctor says (${what})\n  ${is.toSorted().join(', ')}\nand should say\n  ${wanted.toSorted().join(', ')}`,
  );
}

/** Runs the doctor as a user of its own, with the policy of docs/doctor.md. */
async function doctorOf(
  stage: Stage,
): Promise<() => Promise<{ readonly code: number | null; readonly report: Report }>> {
  const page = readFileSync(new URL('../../docs/doctor.md', import.meta.url), 'utf8');
  const [, policy = ''] = /^```json\n(.*?)^```$/ms.exec(page) ?? [];
  const UserName = `doctor-${stage.name}`;
  const document = Object.entries(askedAs).reduce(
    (text, [action, asked]) => text.replaceAll(action, asked),
    policy.replaceAll('STAGE', stage.name),
  );
  const iam = async (Action: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
    (await awsCall({ service: 'iam', form: { Action, Version: '2010-05-08', UserName, ...more } })).text;
  await iam('CreateUser').catch(() => 'it is there from before');
  await iam('PutUserPolicy', { PolicyName: 'doctor', PolicyDocument: document });
  const key = await iam('CreateAccessKey');
  const credentials = {
    AWS_ACCESS_KEY_ID: elements(key, 'AccessKeyId')[0],
    AWS_SECRET_ACCESS_KEY: elements(key, 'SecretAccessKey')[0],
  };
  const skips = skipped.flatMap((area) => ['--skip', area]);
  return async () => {
    const env = { ...stage.environment, ...credentials };
    const { code, output } = await attempt(
      'node',
      ['cli/main.ts', 'doctor', '--stage', stage.name, '--json', ...skips],
      {
        env,
        cwd: project,
      },
    );
    if (!output.startsWith('{')) throw new Error(`The doctor says ${output}`);
    return { code, report: JSON.parse(output) as Report };
  };
}
