import { Duration } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { environment } from '../../lambdas/contract/environment.ts';
import { metrics } from '../../lambdas/contract/metrics.ts';
import { replyAttribute } from '../../lambdas/contract/table.ts';
import type { Alarms } from './alarms.ts';
import type { Concurrency } from './concurrency.ts';
import type { DataTable } from './data-table.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { HouseFunction } from './house-function.ts';
import { ledgerMetric } from './ledger-metric.ts';
import { grantSmsSending } from './sms-sending.ts';
import type { StageSecrets } from './stage-secrets.ts';
import { streamAge } from './stream-age.ts';

export interface RepliesProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Base URL of Meta's Graph API with its version. */
  readonly graphUrl: string;
}

/** Answers to the person ("you are out"), sent after the statement is stored: fed by the table's stream, so sending never delays recording. */
export class Replies extends Construct {
  constructor(scope: Construct, id: string, { table, secrets, alarms, concurrency, graphUrl }: RepliesProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      severity: 'ticket',
      impact: 'People were not told that their STOP or opt-in was heard. What they said is recorded all the same.',
      runbook:
        'Read the log of send-replies. Do not replay what is older than five minutes: the time to confirm is over.',
    });
    const sendReplies = new HouseFunction(this, 'Send', 'send-replies', {
      alarms,
      reserved: concurrency.of('send-replies'),
      severity: 'ticket',
      timeout: Duration.seconds(60),
      impact:
        'Confirmations of STOP, START and opt-ins are late or missing. What people said is recorded all the same.',
      runbook: 'Read the log of the function; look at the access token and at the status pages of Meta and AWS SMS.',
    });
    table.grant(sendReplies, 'GetItem', 'BatchGetItem', 'Query', 'PutItem');
    secrets.grantIdentifierKey(sendReplies, table);
    secrets.grantWhatsappAccess(sendReplies);
    grantSmsSending(sendReplies);
    sendReplies.addEnvironment(environment.graphUrl, graphUrl);

    deadLetters.grantFill(sendReplies);
    sendReplies.addEventSource(
      new DynamoEventSource(table.table, {
        // Only new ledger entries that ask for a reply wake the function.
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { NewImage: { [replyAttribute]: { S: FilterRule.exists() } } },
          }),
        ],
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 10,
        // A table begins with four shards: 40 runs at once are 80 replies a second at half a second each. One person stays in order.
        parallelizationFactor: 10,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        // Without bounds one poison record holds up its shard for a day.
        retryAttempts: 5,
        maxRecordAge: Duration.minutes(15),
        onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
      }),
    );

    alarms.add(this, 'Behind', {
      metric: streamAge(sendReplies),
      threshold: 60_000,
      severity: 'ticket',
      impact: 'People wait for the confirmation of their STOP or opt-in; what waits five minutes is not sent any more.',
      runbook:
        'Look at the answers of Meta in the log, and at the throttles of the function. What people said is recorded.',
    });
    alarms.add(this, 'ReplyFailed', {
      metric: ledgerMetric(this, metrics.replyFailed),
      severity: 'ticket',
      threshold: 5,
      impact: 'Several people were not told that their STOP or opt-in was heard.',
      runbook: 'Read the log of send-replies for the error codes of Meta or AWS SMS.',
    });
  }
}
