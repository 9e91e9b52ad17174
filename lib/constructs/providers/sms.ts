import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Alarms } from '../alarms/alarms.ts';
import type { Concurrency } from '../functions/concurrency.ts';
import { DeadLetterQueue } from '../functions/dead-letter-queue.ts';
import { HouseFunction } from '../functions/house-function.ts';
import { StageKey } from '../secrets/stage-key.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';
import { grantSmsSending } from './sms-sending.ts';

export interface SmsProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
}

/**
 * What people text to the published numbers. Each number's two-way SMS is pointed at the topic, and its self-managed
 * opt-outs must be on: otherwise AWS answers STOP itself and it never comes here.
 */
export class Sms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { table, secrets, alarms, concurrency }: SmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true, masterKey: StageKey.of(this).key });
    this.topic.addToResourcePolicy(publishingByEndUserMessaging(this.topic));

    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      severity: 'page',
      impact: 'A text message was not understood by the service after all retries; it may be a STOP.',
      runbook:
        'Read the log of sms-inbound for the cause; then invoke it with each message of this queue. Publishing again would change their times.',
    });
    // A STOP may lie in it: whoever renames or removes the stack must not throw it away.
    deadLetters.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    const inbound = new HouseFunction(this, 'Inbound', 'sms-inbound', {
      alarms,
      severity: 'page',
      deadLetters,
      reserved: concurrency.of('sms-inbound'),
      impact: 'STOP and OPTIN by SMS are late; after two retries they wait in the dead-letter queue.',
      runbook: 'Read the log of the function; repeating is safe, a message is recorded once.',
    });
    table.grantRecord(inbound);
    secrets.grantIdentifierKey(inbound, table);
    grantSmsSending(inbound);
    this.topic.addSubscription(new LambdaSubscription(inbound, { deadLetterQueue: deadLetters }));
  }
}

/** Only the SMS service of this account may put messages in: a forged one would be taken as the person's own word. */
function publishingByEndUserMessaging(topic: Topic): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal('sms-voice.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
}
