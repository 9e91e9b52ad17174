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

export interface AwsWhatsappProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
}

/**
 * What people do on WhatsApp numbers that are linked to AWS End User Messaging Social: the topic is the event destination of their WhatsApp
 * Business Accounts (docs/whatsapp-on-aws.md). A standard topic, because that service takes no FIFO one. It costs nothing while nothing comes.
 */
export class AwsWhatsapp extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { table, secrets, alarms, concurrency }: AwsWhatsappProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true, masterKey: StageKey.of(this).key });
    this.topic.addToResourcePolicy(publishingByEndUserMessagingSocial(this.topic));

    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      severity: 'page',
      impact: 'A message on WhatsApp by AWS was not understood by the service after all retries; it may be a STOP.',
      runbook:
        'Read the log of aws-whatsapp for the cause; then invoke it with each message of this queue. AWS does not repeat it.',
    });
    // A STOP may lie in it: whoever renames or removes the stack must not throw it away.
    deadLetters.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    const inbound = new HouseFunction(this, 'Inbound', 'aws-whatsapp', {
      alarms,
      severity: 'page',
      deadLetters,
      reserved: concurrency.of('aws-whatsapp'),
      memory: 1024,
      impact: 'STOPs on WhatsApp by AWS are late; after two retries they wait in the dead-letter queue.',
      runbook: 'Read the log of the function; repeating is safe, a message is recorded once.',
    });
    table.grantRecord(inbound);
    // As of Meta's own webhook, whose entries these are.
    table.grant(inbound, 'BatchGetItem', 'UpdateItem');
    secrets.grantIdentifierKey(inbound, table);
    this.topic.addSubscription(new LambdaSubscription(inbound, { deadLetterQueue: deadLetters }));
  }
}

/** Only the WhatsApp service of this account may put messages in: there is no signature of Meta's behind it. */
function publishingByEndUserMessagingSocial(topic: Topic): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal('social-messaging.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
}
