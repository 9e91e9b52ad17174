import {
  GetTopicAttributesCommand,
  NotFoundException,
  paginateListSubscriptionsByTopic,
  type SNSClient,
} from '@aws-sdk/client-sns';
import { functionMetadata, outputs } from '../../../lambdas/contract/deployment.ts';
import { area, type Finding, NotChecked } from '../finding.ts';
import type { Stage } from '../stage.ts';
import { readAlarms } from './alarms.ts';

export interface TopicFacts {
  readonly arn: string;
  readonly exists: boolean;
  /** Endpoints that get what is published, e.g. an address or the ARN of a function. */
  readonly confirmed: readonly string[];
  readonly pending: number;
  /** The key that it is encrypted with, if it is. */
  readonly key: string | undefined;
}

async function readTopic(sns: SNSClient, arn: string): Promise<TopicFacts> {
  try {
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn: arn }));
    const confirmed: string[] = [];
    let pending = 0;
    for await (const page of paginateListSubscriptionsByTopic({ client: sns }, { TopicArn: arn })) {
      for (const { SubscriptionArn = '', Endpoint = '' } of page.Subscriptions ?? []) {
        if (SubscriptionArn.startsWith('arn:')) confirmed.push(Endpoint);
        else if (SubscriptionArn !== 'Deleted') pending += 1;
      }
    }
    return { arn, exists: true, confirmed, pending, key: Attributes?.KmsMasterKeyId };
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error;
    return { arn, exists: false, confirmed: [], pending: 0, key: undefined };
  }
}

/** The key of AWS for topics lets no other service in, and its policy cannot be changed. */
const closedKey = (key: string | undefined): boolean => key !== undefined && /(^|:|\/)alias\/aws\/sns$/.test(key);

export const subscribersArea = area('subscribers', readAlarmTopics, (facts: readonly TopicFacts[]) =>
  facts.flatMap(judgeAlarmTopic),
);

async function readAlarmTopics(stage: Stage): Promise<readonly TopicFacts[]> {
  const topics = new Set((await readAlarms(stage)).flatMap((each) => each.topics));
  if (topics.size === 0) throw new NotChecked('no alarm tells a topic');
  return Promise.all([...topics].map((arn) => readTopic(stage.clients.sns, arn)));
}

/** Whether somebody hears what alarms tell. */
export function judgeAlarmTopic({ arn, exists, confirmed, pending, key }: TopicFacts): readonly Finding[] {
  const hurt = 'Whoever texts STOP while something is broken: nobody learns of it.';
  if (!exists) {
    const what = `Alarms tell the topic ${arn}, and there is no such topic.`;
    return [
      { severity: 'broken', what, hurt, todo: 'Make it, or deploy with another alarmTopicArn or ticketTopicArn.' },
    ];
  }
  const findings: Finding[] = [];
  if (confirmed.length === 0) {
    findings.push({
      severity: 'broken',
      what: `Nobody hears the topic ${arn}${pending > 0 ? `: ${pending} invited, none has confirmed` : ''}.`,
      hurt,
      todo:
        pending > 0
          ? 'Open the link in the invitation that AWS sent.'
          : `aws sns subscribe --topic-arn ${arn} --protocol email --notification-endpoint ADDRESS, and confirm it`,
    });
  }
  if (closedKey(key)) {
    findings.push({
      severity: 'broken',
      what: `The topic ${arn} is encrypted with alias/aws/sns, which CloudWatch may not use.`,
      hurt,
      todo: `aws sns set-topic-attributes --topic-arn ${arn} --attribute-name KmsMasterKeyId --attribute-value "", or a key of your own that lets cloudwatch.amazonaws.com in`,
    });
  }
  return findings;
}

export interface SmsTopicFacts extends TopicFacts {
  /** The function that hears text messages, by its name at AWS. */
  readonly listener: string;
}

export const smsTopicArea = area('SMS topic', readSmsTopic, judgeSmsTopic);

async function readSmsTopic({ stack, clients }: Stage): Promise<SmsTopicFacts> {
  const topic = await readTopic(clients.sns, stack.output(outputs.smsTopicArn) ?? '');
  const listener = stack.resources.find(({ Metadata }) => Metadata?.[functionMetadata] === 'sms-inbound');
  return { ...topic, listener: listener?.physicalId ?? 'sms-inbound' };
}

/** Whether what people text comes to the function that hears it. */
export function judgeSmsTopic({ arn, exists, confirmed, key, listener }: SmsTopicFacts): readonly Finding[] {
  const hurt = 'Whoever texts STOP: it is lost, and nothing here shows it.';
  if (!exists)
    return [{ severity: 'broken', what: 'The topic of text messages is gone.', hurt, todo: 'Deploy again.' }];
  const findings: Finding[] = [];
  if (!confirmed.some((endpoint) => endpoint.split(':').at(-1) === listener)) {
    findings.push({
      severity: 'broken',
      what: 'No function listens to the topic of text messages.',
      hurt,
      todo: `aws sns subscribe --protocol lambda --topic-arn ${arn} --notification-endpoint <ARN of ${listener}>, with the dead-letter queue of the stack, or deploy again`,
    });
  }
  if (closedKey(key)) {
    findings.push({
      severity: 'broken',
      what: 'The topic of text messages is encrypted with alias/aws/sns, which the SMS service may not use.',
      hurt,
      todo: 'Deploy again with kmsKeyArn, a key of your own that lets sms-voice.amazonaws.com in, or without encryption.',
    });
  }
  return findings;
}
