import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { consumers } from '../../../lambdas/contract/consumers.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import { metrics } from '../../../lambdas/contract/metrics.ts';
import type { Alarms } from '../alarms/alarms.ts';
import { ledgerMetric } from '../alarms/ledger-metric.ts';
import { ConsumerQueue } from '../functions/consumer-queue.ts';
import { DeadLetterQueue } from '../functions/dead-letter-queue.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { DataTable } from '../table/data-table.ts';

export interface EventsProps {
  readonly table: DataTable;
  readonly alarms: Alarms;
}

/**
 * What happens here, told to the world: a bus on which every event of the stage is put, for rules of the customer. The relay fills two
 * queues, so that what takes something away overtakes the events of other people; one function empties both.
 */
export class Events extends Construct {
  readonly bus: EventBus;
  readonly queue: ConsumerQueue;
  /** Of withdrawals. */
  readonly withdrawals: ConsumerQueue;
  readonly publish: HouseFunction;

  constructor(scope: Construct, id: string, { table, alarms }: EventsProps) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', {
      description: 'Events of OptLedger (docs/events.md): rules by source and detail-type.',
    });
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      inOrder: true,
      severity: 'page',
      impact:
        'Systems of the business were not told of something, maybe of a STOP. It is recorded, and checks know it.',
      runbook: 'Read the log of publish-events, mend the cause, and send them back to the queue of withdrawals.',
    });
    // A day of failures and more; the rows lie in the table for thirty. Six times what a run may take is waited before it comes again.
    const patience = { deadLetters, comesAgainAfter: Duration.seconds(90), tries: 1000 };
    this.queue = new ConsumerQueue(this, 'Queue', { consumer: consumers.events, ...patience });
    this.withdrawals = new ConsumerQueue(this, 'Withdrawals', { consumer: consumers.events, ...patience });
    const publish = new HouseFunction(this, 'Publish', 'publish-events', {
      alarms,
      severity: 'page',
      impact: 'Systems of the business learn late of opt-ins and STOPs. All is recorded, and checks know it.',
      runbook: 'Read the log of the function; look at the status pages of EventBridge and DynamoDB.',
    });
    this.publish = publish;
    // Apps say what is told; people are looked up where it is told who they are.
    table.grant(publish, 'GetItem', 'Query');
    table.grantEvents(publish, 'UpdateItem');
    deadLetters.grantFill(publish);
    publish.addEnvironment(environment.eventsAsideUrl, deadLetters.queueUrl);
    // Not the bus's own grant: it names the same, and adds nothing.
    publish.addToRolePolicy(new PolicyStatement({ actions: ['events:PutEvents'], resources: [this.bus.eventBusArn] }));
    publish.addEnvironment(environment.eventBusName, this.bus.eventBusName);
    // An import of a million rows is published by few runs; who withdraws finds free ones.
    this.queue.feed(publish, { batchSize: 10, atOnce: 20 });
    this.withdrawals.feed(publish, { batchSize: 10, atOnce: 100 }, 'Withdrawals');

    alarms.add(this, 'PublishedLate', {
      metric: ledgerMetric(this, metrics.publishedAfter).with({ statistic: 'p99' }),
      severity: 'page',
      threshold: 10_000,
      inARow: 2,
      impact: 'Systems of the business learn of STOPs ten seconds late and more, and may send meanwhile.',
      runbook: 'Look at Behind of Relay, the age of the queues of events, and the throttles of publish-events.',
    });
    alarms.add(this, 'Behind', {
      metric: this.withdrawals.age(),
      threshold: 120,
      severity: 'page',
      impact: 'STOPs wait to be told to systems of the business, which may send meanwhile. Checks know them.',
      runbook: 'Read the log of publish-events; what waits comes again every 90 seconds, for a day.',
    });
    alarms.add(this, 'EventRefused', {
      metric: ledgerMetric(this, metrics.eventRefused),
      severity: 'ticket',
      impact: 'An event will never be on the bus: rules of the business missed it. Callbacks got it.',
      runbook: 'Read the log of publish-events for the code; look the person up by API, and mend what made it so.',
    });
  }
}
