import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { type ConsumerName, consumerNames, consumers } from '../../../lambdas/contract/consumers.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import { metrics } from '../../../lambdas/contract/metrics.ts';
import { countedItems, table as schema } from '../../../lambdas/contract/table.ts';
import { type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import { ledgerMetric } from '../alarms/ledger-metric.ts';
import type { Concurrency } from '../functions/concurrency.ts';
import type { ConsumerQueue } from '../functions/consumer-queue.ts';
import { DeadLetterQueue } from '../functions/dead-letter-queue.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { DataTable } from '../table/data-table.ts';

export interface RelayProps {
  readonly table: DataTable;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  readonly queues: Readonly<Record<ConsumerName, ConsumerQueue>>;
  /** Of events that take something away. */
  readonly withdrawals: ConsumerQueue;
}

/** The one reader of the table's stream (a stream bears two): it hands new ledger entries on to the queues of all who are told of them. */
export class Relay extends Construct {
  constructor(scope: Construct, id: string, { table, alarms, concurrency, queues, withdrawals }: RelayProps) {
    super(scope, id);
    const aside = new DeadLetterQueue(this, 'Aside', {
      alarms,
      severity: 'ticket',
      impact:
        'An entry of the ledger reached somebody who is told of it neither now nor later. What was said is recorded.',
      runbook:
        'Each message has the key of an entry. Read the log of relay, mend the cause, and hand the entry on again.',
    });
    const relay = new HouseFunction(this, 'Relay', 'relay', {
      alarms,
      reserved: concurrency.of('relay'),
      severity: 'ticket',
      impact: 'Confirmations of STOP, START and opt-ins are late, counts of collection points too. All is recorded.',
      runbook: 'Read the log of the function; the stream is read on from where it stopped, for a day.',
    });
    aside.grantFill(relay);
    relay.addEnvironment(environment.relayAsideUrl, aside.queueUrl);
    for (const name of consumerNames) {
      queues[name].grantFill(relay);
      relay.addEnvironment(consumers[name].queueUrl, queues[name].queueUrl);
    }
    withdrawals.grantFill(relay);
    relay.addEnvironment(environment.withdrawalsQueueUrl, withdrawals.queueUrl);
    // Of an event a row is kept, before anybody is told where it lies.
    table.grantEvents(relay, 'PutItem');
    relay.addEventSource(
      new DynamoEventSource(table.table, {
        // Only new ledger entries that concern somebody wake the function, and states and windows, which are counted.
        filters: [
          ...Object.values(consumers).map(({ attribute, filter }) =>
            FilterCriteria.filter({
              eventName: FilterRule.isEqual('INSERT'),
              dynamodb: { NewImage: { [attribute]: filter } },
            }),
          ),
          FilterCriteria.filter({ dynamodb: { Keys: { [schema.sortKey]: { S: [...countedItems] } } } }),
        ],
        // Also when it is new: what the readers before it dealt with is known by its markers.
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // Ten runs a shard; acts of one person stay in their order.
        parallelizationFactor: 10,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        // As long as the stream has them: a record that no queue will ever take is set aside, so only an outage is waited for.
        retryAttempts: -1,
        onFailure: { bind: () => ({ destination: aside.queueArn }) },
      }),
    );

    alarms.add(this, 'Behind', {
      metric: relay.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      threshold: 60_000,
      severity: 'ticket',
      impact: 'Confirmations wait, and counts too; after a day the stream forgets what was not handed on.',
      runbook: 'Read the log of relay; look at the status page of SQS, and at the throttles of the function.',
    });
    alarms.add(this, 'RelayFailed', {
      metric: ledgerMetric(this, metrics.relayFailed),
      severity: 'ticket',
      threshold: 5,
      impact: 'Entries of the ledger are handed on only after several tries; confirmations may be late.',
      runbook:
        'Read the log of relay for the name of the refusal: a queue that is gone, a right, or a throttle of SQS.',
    });
    alarms.add(this, 'EntryUnread', {
      metric: ledgerMetric(this, metrics.entryUnread),
      severity: 'ticket',
      impact: 'Somebody is not answered, or an opt-in not counted: the function cannot read what it was handed.',
      runbook:
        'Read the log of send-replies, count-charges and publish-events; deploy what reads it, then send the dead letters back.',
    });
  }
}
