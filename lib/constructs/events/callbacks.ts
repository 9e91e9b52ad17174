import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import { metrics } from '../../../lambdas/contract/metrics.ts';
import type { Alarms } from '../alarms/alarms.ts';
import { ledgerMetric } from '../alarms/ledger-metric.ts';
import type { LedgerApi } from '../api/ledger-api.ts';
import { ConsumerQueue } from '../functions/consumer-queue.ts';
import { DeadLetterQueue } from '../functions/dead-letter-queue.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { DataTable } from '../table/data-table.ts';

export interface CallbacksProps {
  readonly table: DataTable;
  readonly api: LedgerApi;
  readonly alarms: Alarms;
  /** Owes events to the endpoints of an app. */
  readonly publish: HouseFunction;
}

/** A run lives so long, shorter than a claim lasts (`use-cases/callbacks/deliver-lane.ts`). */
const longestRun = Duration.seconds(30);

/** Addresses of the business at which its systems are told of events: the API of them, and the function that sends. */
export class Callbacks extends Construct {
  constructor(scope: Construct, id: string, { table, api, alarms, publish }: CallbacksProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarms,
      severity: 'ticket',
      impact: 'Something could not be sent to callback addresses for a day. It is kept, and listed as owed.',
      runbook: 'Read the log of deliver-events, mend the cause, and send them back: each is sent once.',
    });
    const patience = { deadLetters, comesAgainAfter: Duration.seconds(6 * longestRun.toSeconds()), tries: 500 };
    const queue = new ConsumerQueue(this, 'Queue', { consumer: { inOrder: false }, ...patience });
    // Noes, and the look of each minute, which finds those that are tried again: neither waits for the events of a campaign.
    const noes = new ConsumerQueue(this, 'Noes', { consumer: { inOrder: false }, ...patience });
    const deliver = new HouseFunction(this, 'Deliver', 'deliver-events', {
      alarms,
      severity: 'ticket',
      timeout: longestRun,
      impact: 'Callback addresses are told of opt-ins and STOPs late. All is recorded, and checks know it.',
      runbook: 'Read the log of the function; what was not sent comes again, and is listed as owed.',
    });
    // Sends what it is told of; what is due it finds in the table. Of a switched-off endpoint it leaves the event.
    table.grantDelivering(deliver);
    queue.feed(deliver, { batchSize: 10, atOnce: 50 });
    noes.feed(deliver, { batchSize: 10, atOnce: 50 }, 'Noes');

    const callbacks = new HouseFunction(this, 'Api', 'callbacks', {
      alarms,
      severity: 'ticket',
      impact: 'Callback addresses can be neither changed nor looked at. Events go on being sent.',
      runbook: 'Read the log of the function; look at throttling of the table, and at the name servers.',
    });
    table.grant(callbacks, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
    table.grantUsersIndex(callbacks);
    api.serve(callbacks);

    table.grantOwed(publish);
    // Who delivers wakes itself by the queue of the noes alone.
    for (const fn of [callbacks, publish]) queue.grantFill(fn);
    for (const fn of [deliver, callbacks, publish]) {
      noes.grantFill(fn);
      fn.addEnvironment(environment.deliveriesQueueUrl, queue.queueUrl);
      fn.addEnvironment(environment.noDeliveriesQueueUrl, noes.queueUrl);
    }

    this.lookEachMinute(noes);
    alarms.add(this, 'NoesBehind', {
      metric: noes.age(),
      threshold: 300,
      severity: 'page',
      impact:
        'Callback addresses are told of STOPs late, and systems behind them may send meanwhile. Checks know them.',
      runbook: 'Read the log of deliver-events; look at its throttles, and at the throttles of the table.',
    });
    alarms.add(this, 'Behind', {
      metric: queue.age(),
      threshold: 300,
      severity: 'ticket',
      impact: 'Callback addresses are told late: what is to be sent waits in its queue.',
      runbook: 'Read the log of deliver-events; look at its throttles, and at the throttles of the table.',
    });
    alarms.add(this, 'SwitchedOff', {
      metric: ledgerMetric(this, metrics.callbackSwitchedOff),
      severity: 'ticket',
      impact:
        'A system of the business is told of nothing any more, STOPs among it: its callback address was switched off.',
      runbook: 'Look in the console which it is; once its owner mended it, switch it on: it gets all that waited.',
    });
    alarms.add(this, 'DeliveryDead', {
      metric: ledgerMetric(this, metrics.deliveryDead),
      severity: 'ticket',
      impact: 'A system of the business never took an event, or an event is too large to be sent.',
      runbook: 'List the dead deliveries in the console; once the receiver is mended, have them delivered again.',
    });
  }

  /** A message each minute: whoever takes it looks what is due. It needs no retries, the next minute has the next. */
  private lookEachMinute(queue: ConsumerQueue): void {
    const role = new Role(this, 'ScheduleRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    queue.grantFill(role);
    new CfnSchedule(this, 'EachMinute', {
      description: 'Wakes deliver-events, which looks what callback addresses are owed by now.',
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: queue.queueArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ sweep: true }),
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
      },
    });
  }
}
