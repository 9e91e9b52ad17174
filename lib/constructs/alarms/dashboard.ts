import { Aws, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  GraphWidget,
  type IMetric,
  Metric,
  TextWidget,
  Dashboard as Widgets,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { metrics } from '../../../lambdas/contract/metrics.ts';
import type { FunctionName } from '../../../lambdas/contract/routes.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { DataTable } from '../table/data-table.ts';
import { type Alarms, alarmPeriod } from './alarms.ts';
import { ledgerMetric } from './ledger-metric.ts';

export interface DashboardProps {
  readonly table: DataTable;
  readonly alarms: Alarms;
  readonly exports: IStateMachine;
}

/** A graph: its title, and what it shows. */
type Graph = readonly [title: string, shows: readonly IMetric[]];
type Rows = readonly (readonly [about: string, graphs: readonly Graph[]])[];

const period = alarmPeriod;
const highest = { period, statistic: 'Maximum' };

/**
 * One page for a stage, from top to bottom by what matters. It is made of what the stack has when it is made, so it is made last; and
 * of the metrics of alarms wherever there is one, so that both show the same.
 */
export class Dashboard extends Construct {
  private readonly functions: readonly HouseFunction[];
  private readonly queues: readonly Queue[];
  private readonly watched: readonly Metric[];

  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const all = stack.node.findAll();
    this.functions = all.filter((each) => each instanceof HouseFunction);
    this.queues = all.filter((each) => each instanceof Queue);
    this.watched = props.alarms.all.map(({ metric }) => metric).filter((each) => each instanceof Metric);
    // Names of dashboards are those of a whole account, in all its regions.
    const page = new Widgets(this, 'Widgets', { dashboardName: `${stack.stackName}-${Aws.REGION}` });
    for (const [about, graphs] of this.rows(props)) {
      page.addWidgets(new TextWidget({ markdown: `## ${about}`, width: 24, height: 1 }));
      const width = Math.floor(24 / graphs.length);
      page.addWidgets(...graphs.map(([title, shows]) => new GraphWidget({ title, left: [...shows], width })));
    }
    // A status shows 100 alarms at most.
    const { page: wakes, ticket: waits } = props.alarms.bySeverity;
    page.addWidgets(new AlarmStatusWidget({ title: 'Alarms that wake', alarms: wakes, width: 24, height: 8 }));
    page.addWidgets(new AlarmStatusWidget({ title: 'Alarms that wait', alarms: waits, width: 24, height: 8 }));
  }

  private rows({ table: { table }, exports }: DashboardProps): Rows {
    const own = (name: keyof typeof metrics) => ledgerMetric(this, metrics[name]);
    const heardAfter = (statistic: string) => own('heardAfter').with({ statistic });
    const publishedAfter = (statistic: string) => own('publishedAfter').with({ statistic });
    // Whatever else the functions count is something that went wrong.
    const elsewhere = /^(heardAfter|publishedAfter|ambiguousStop|handedOver|templateLost|reply.*)$/;
    const refused = (Object.keys(metrics) as (keyof typeof metrics)[]).filter((name) => !elsewhere.test(name)).map(own);
    const steps = this.functions.filter(({ handlerName }) => handlerName.startsWith('export-'));
    const used = (metricName: string) => {
      const dimensionsMap = { TableName: table.tableName };
      return new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: 'Sum', period });
    };
    return [
      [
        'Noes',
        [
          ['Noes by WhatsApp and SMS, and messages that may be one', [heardAfter('SampleCount'), own('ambiguousStop')]],
          ['From word to record, ms', ['p50', 'p90', 'p99'].map(heardAfter)],
          ['From record to published, ms', ['p50', 'p90', 'p99'].map(publishedAfter)],
          [
            'Failed, turned away, lost, not understood',
            [...this.alarmed(/(NoesFail|WebhooksTurnedAway)$/), ...refused],
          ],
        ],
      ],
      ['WhatsApp webhook', this.graphsOf('whatsapp-webhook')],
      ['Checks', this.graphsOf('eligibility')],
      [
        'Replies',
        [
          ...this.graphsOf('send-replies'),
          ['Not sent, or late', this.alarmed(/^Reply/)],
          ['Handed over to a human, templates that cannot be sent', [own('handedOver'), own('templateLost')]],
          ['API: answered 5xx, turned away', this.alarmed(/^5xx$|OthersTurnedAway$/)],
        ],
      ],
      [
        'Table',
        [
          ['Units used', ['ConsumedWriteCapacityUnits', 'ConsumedReadCapacityUnits'].map(used)],
          ['Throttled', this.alarmed(/ThrottleEvents$/)],
        ],
      ],
      [
        'Queues and the stream',
        [
          ['Waiting', this.queues.map((each) => each.metricApproximateNumberOfMessagesVisible(highest))],
          ['Oldest message, s', this.queues.map((each) => each.metricApproximateAgeOfOldestMessage(highest))],
          ['Oldest record of the stream, ms', this.alarmed(/^IteratorAge$/)],
        ],
      ],
      [
        'Exports',
        [
          ['Started, done', [exports.metricStarted({ period }), exports.metricSucceeded({ period })]],
          ['Failed, given up', this.alarmed(/^Executions/)],
          ['Longest step, ms', steps.map((each) => each.metricDuration(highest))],
        ],
      ],
      [
        'All functions',
        [
          ['Errors', this.functions.map((each) => each.metricErrors({ period }))],
          ['Throttled', this.functions.map((each) => each.metricThrottles({ period }))],
          ['Longest run, ms', this.functions.map((each) => each.metricDuration(highest))],
          ['At once', this.functions.map((each) => each.metric('ConcurrentExecutions', highest))],
        ],
      ],
    ];
  }

  /** What alarms watch, by the name of the metric. */
  private alarmed(name: RegExp): readonly Metric[] {
    return this.watched.filter(({ metricName }) => name.test(metricName));
  }

  private graphsOf(name: FunctionName): readonly Graph[] {
    const fn = this.functions.find(({ handlerName }) => handlerName === name);
    if (fn === undefined) throw new Error(`The stack has no function ${name}.`);
    const runs = [fn.metricInvocations({ period }), fn.metricErrors({ period }), fn.metricThrottles({ period })];
    const durations = ['p50', 'p99', 'Maximum'].map((statistic) => fn.metricDuration({ period, statistic }));
    return [
      ['Runs, errors, throttled', runs],
      ['How long, ms', durations],
    ];
  }
}
