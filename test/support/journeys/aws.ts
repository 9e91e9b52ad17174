import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { command } from '../../../dev/control.ts';
import type { LocalSecrets } from '../../../dev/functions/local-secrets.ts';
import { keptFile } from '../../../dev/machine/kept-file.ts';
import { socialMessage } from '../../../dev/outside-world/sns-event.ts';
import { replacePlaceholders } from '../../../dev/schedules/schedules.ts';
import { localCredentials } from '../../../dev/storage/object-store.ts';
import { localRegion } from '../../../dev/template/template.ts';
import { sms as twoWaySms } from '../ledger/sms-notification.ts';
import type { JourneySettings } from './settings.ts';

export interface JourneySms {
  readonly from: string;
  readonly to: string;
  readonly body: string;
}

/** Publishes a two-way SMS as AWS End User Messaging SMS does; undefined when the target has no topic. */
export function smsPublisher({
  smsTopicArn,
  local,
}: JourneySettings): ((sms: JourneySms) => Promise<void>) | undefined {
  if (local !== undefined) {
    return async ({ from, to, body }) => {
      const { delivery } = await command(local.dataFolder, 'sms', { from, to, text: body });
      if (delivery !== 'handled') throw new Error('The function for inbound SMS failed.');
    };
  }
  if (smsTopicArn === undefined) return undefined;
  return async ({ from, to, body }) => {
    const { PublishCommand, SNSClient } = await import('@aws-sdk/client-sns');
    const client = new SNSClient();
    const Message = JSON.stringify(twoWaySms(from, to, body, randomUUID()));
    await client.send(new PublishCommand({ TopicArn: smsTopicArn, Message }));
    client.destroy();
  };
}

/** Calls the function as a flow of Amazon Connect does; undefined when the target does not name it. */
export function connectCaller({
  connectFunction,
  local,
}: JourneySettings): ((event: object) => Promise<Readonly<Record<string, string>>>) | undefined {
  if (local !== undefined) return (event) => command(local.dataFolder, 'contact', event);
  if (connectFunction === undefined) return undefined;
  return async (event) => {
    const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
    const client = new LambdaClient();
    const Payload = JSON.stringify(event);
    const answer = await client.send(new InvokeCommand({ FunctionName: connectFunction, Payload }));
    client.destroy();
    if (answer.FunctionError !== undefined) throw new Error(`The flow was not answered: ${answer.FunctionError}`);
    return JSON.parse(Buffer.from(answer.Payload ?? []).toString('utf8')) as Readonly<Record<string, string>>;
  };
}

/** Publishes an entry of Meta's as AWS End User Messaging Social does; undefined when the target has no topic. */
export function socialPublisher({
  whatsappTopicArn,
  local,
}: JourneySettings): ((entry: object) => Promise<void>) | undefined {
  if (local !== undefined) {
    return async (entry) => {
      const { delivery } = await command(local.dataFolder, 'social', entry);
      if (delivery !== 'handled') throw new Error('The function for WhatsApp by AWS failed.');
    };
  }
  if (whatsappTopicArn === undefined) return undefined;
  return async (entry) => {
    const { PublishCommand, SNSClient } = await import('@aws-sdk/client-sns');
    const client = new SNSClient();
    const Message = JSON.stringify(socialMessage(entry, Date.now()));
    await client.send(new PublishCommand({ TopicArn: whatsappTopicArn, Message }));
    client.destroy();
  };
}

/** Writes what an app has for itself, into the secrets of local mode or the store of the stage, beside whatever runs. */
export async function writeAppSecret(
  { local, appSecretsPrefix }: JourneySettings,
  appId: string,
  name: string,
  secret: object,
): Promise<void> {
  if (local !== undefined) {
    const file = keptFile<LocalSecrets | undefined>(join(local.dataFolder, 'secrets.json'), undefined);
    const before = file.read();
    if (before === undefined) throw new Error('Local mode has no secrets.');
    file.write({ ...before, apps: { ...before.apps, [appId]: { ...before.apps?.[appId], [name]: secret } } });
    return;
  }
  const client = new SecretsManagerClient();
  const of = { Name: `${appSecretsPrefix}/${appId}/${name}`, SecretString: JSON.stringify(secret) };
  try {
    await client.send(new CreateSecretCommand(of));
  } catch {
    await client.send(new PutSecretValueCommand({ SecretId: of.Name, SecretString: of.SecretString }));
  }
  client.destroy();
}

/**
 * Does at a time of our choice what EventBridge Scheduler does at its own: takes the schedule's target as the product has made it,
 * fills in the time and starts the state machine. Undefined when the target does not name its schedule group.
 */
export function scheduleFirer({
  scheduleGroup,
  local,
}: JourneySettings): ((scheduleId: string, scheduledTime: Date) => Promise<void>) | undefined {
  if (scheduleGroup === undefined) return undefined;
  const config =
    local === undefined ? {} : { endpoint: local.awsUrl, region: localRegion, credentials: localCredentials };
  return async (scheduleId, scheduledTime) => {
    const scheduler = new SchedulerClient(config);
    const { Target } = await scheduler.send(new GetScheduleCommand({ Name: scheduleId, GroupName: scheduleGroup }));
    const input = replacePlaceholders(Target?.Input ?? '', {
      'scheduled-time': scheduledTime.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    });
    const stateMachines = new SFNClient(config);
    await stateMachines.send(new StartExecutionCommand({ stateMachineArn: Target?.Arn, input }));
    scheduler.destroy();
    stateMachines.destroy();
  };
}

/**
 * Writes an object into the bucket of a presigned link, and answers what lay there before: a step that reads it then fails, as it would
 * in a crash, until it is put back.
 */
export async function swapObject(
  { local }: Pick<JourneySettings, 'local'>,
  link: string,
  Key: string,
  text: string,
): Promise<string> {
  const { origin, hostname, pathname } = new URL(link);
  // `bucket.s3.…/key` on AWS, `host/bucket/key` on this machine.
  const isInHost = /\.s3[.-]/.test(hostname);
  const Bucket = isInHost ? hostname.replace(/\.s3[.-].*$/, '') : (pathname.split('/')[1] ?? '');
  const client = new S3Client(
    local === undefined
      ? { forcePathStyle: true }
      : { endpoint: origin, region: localRegion, credentials: localCredentials, forcePathStyle: true },
  );
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  const before = (await Body?.transformToString()) ?? '';
  await client.send(new PutObjectCommand({ Bucket, Key, Body: Buffer.from(text) }));
  client.destroy();
  return before;
}
