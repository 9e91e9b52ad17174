import { describe, expect, test } from 'vitest';
import { metricDimension, metricNamespace, metrics } from '../../../../lambdas/contract/metrics.ts';
import { functionNames } from '../../function-names.ts';
import { spell, synthesise } from '../../synthesised-stack.ts';

const stack = synthesise({ accountConcurrency: '1000', silenceHours: '6', smsSpendLimit: '100' });

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
    readonly region?: string;
  };
}

const dashboard = stack.only('AWS::CloudWatch::Dashboard');
const body = spell(dashboard.properties.DashboardBody);
const { widgets } = JSON.parse(body) as { widgets: readonly Widget[] };

/** A metric of the dashboard, its dimensions resolved; CloudWatch writes `.` for what is as in the line before. */
interface Shown {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}
const shown: readonly Shown[] = widgets.flatMap(({ properties }) =>
  (properties.metrics ?? []).map((line) => {
    const texts = line.filter((each) => typeof each === 'string');
    expect(texts).not.toContain('.');
    const [namespace = '', name = '', ...rest] = texts;
    const pairs = Array.from({ length: rest.length / 2 }, (_, n) => [rest[2 * n], rest[2 * n + 1]]);
    return { namespace, name, dimensions: Object.fromEntries(pairs) };
  }),
);

/** What AWS measures of what this stack has, and whose it is (the CloudWatch pages of each service). */
const ofAws: Readonly<Record<string, { readonly names: RegExp; readonly dimension: string; readonly type: string }>> = {
  'AWS/Lambda': {
    names: /^(Invocations|Errors|Throttles|Duration|ConcurrentExecutions|IteratorAge)$/,
    dimension: 'FunctionName',
    type: 'AWS::Lambda::Function',
  },
  'AWS/DynamoDB': {
    names: /^(Consumed(Read|Write)CapacityUnits|(Read|Write)ThrottleEvents)$/,
    dimension: 'TableName',
    type: 'AWS::DynamoDB::GlobalTable',
  },
  'AWS/SQS': {
    names: /^Approximate(NumberOfMessagesVisible|AgeOfOldestMessage)$/,
    dimension: 'QueueName',
    type: 'AWS::SQS::Queue',
  },
  'AWS/States': {
    names: /^Executions(Started|Succeeded|Failed|TimedOut)$/,
    dimension: 'StateMachineArn',
    type: 'AWS::StepFunctions::StateMachine',
  },
  'AWS/ApiGateway': { names: /^5xx$/, dimension: 'ApiId', type: 'AWS::ApiGatewayV2::Api' },
};

describe('every metric of the dashboard is one that somebody measures', () => {
  test('there are some of every service', () => {
    expect(new Set(shown.map(({ namespace }) => namespace))).toEqual(new Set([...Object.keys(ofAws), metricNamespace]));
  });

  test.each(
    shown.map((each) => [`${each.namespace} ${each.name} ${Object.values(each.dimensions).join()}`, each] as const),
  )('%s', (_, { namespace, name, dimensions }) => {
    const aws = ofAws[namespace];
    if (aws !== undefined) {
      expect(name).toMatch(aws.names);
      const owner = /^\{(\w+)(\.\w+)?\}$/.exec(dimensions[aws.dimension] ?? '')?.[1];
      expect(stack.ofType(aws.type).map(({ id }) => id)).toContain(owner);
      return;
    }
    const counted = stack
      .ofType('AWS::Logs::MetricFilter')
      .flatMap(({ properties }) => properties.MetricTransformations as { MetricName: string }[])
      .map(({ MetricName }) => MetricName);
    const own = dimensions[metricDimension] === undefined ? counted : Object.values(metrics);
    expect(own).toContain(name);
  });

  test('age of the stream is that of functions which read it', () => {
    const readers = stack
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => properties.StartingPosition !== undefined)
      .map(({ properties }) => spell(properties.FunctionName));
    const aged = shown.filter(({ name }) => name === 'IteratorAge').map(({ dimensions }) => dimensions.FunctionName);
    expect(aged.sort()).toEqual(readers.sort());
  });
});

describe('the dashboard', () => {
  test('begins with noes and ends with all alarms', () => {
    const titles = widgets.filter(({ type }) => type === 'text').map(({ properties }) => properties.markdown);
    expect(titles.slice(0, 4)).toEqual(['## Noes', '## WhatsApp webhook', '## Checks', '## Replies']);
    const last = widgets.slice(-2);
    expect(last.map(({ type, properties }) => [type, properties.title])).toEqual([
      ['alarm', 'Alarms that wake'],
      ['alarm', 'Alarms that wait'],
    ]);
    const shownAlarms = last.flatMap(({ properties }) => (properties.alarms ?? []).map((each) => JSON.stringify(each)));
    expect(new Set(shownAlarms).size).toBe(stack.ofType('AWS::CloudWatch::Alarm').length);
  });

  test('shows every function, queue and own metric', () => {
    const named = new Set(shown.flatMap(({ dimensions }) => Object.values(dimensions)));
    for (const name of functionNames) expect(named).toContain(`{${stack.functionNamed(name).id}}`);
    for (const { id } of stack.ofType('AWS::SQS::Queue')) expect(named).toContain(`{${id}.QueueName}`);
    const own = shown.filter(({ namespace }) => namespace === metricNamespace).map(({ name }) => name);
    for (const name of Object.values(metrics)) expect(own).toContain(name);
  });

  test('fits: nothing overlaps, nothing is wider than the page, no graph is empty', () => {
    for (const { type, x, width, properties } of widgets) {
      expect(x + width).toBeLessThanOrEqual(24);
      if (type === 'metric')
        expect([properties.title, (properties.metrics ?? []).length > 0]).toEqual([properties.title, true]);
    }
    // CloudWatch, "Quotas": 500 widgets a dashboard and 500 metrics a widget; a status shows 100 alarms.
    expect(widgets.length).toBeLessThan(500);
    for (const { properties } of widgets) expect(properties.alarms?.length ?? 0).toBeLessThanOrEqual(100);
    expect(body.length).toBeLessThan(100_000);
  });

  test('has a name that is free in every region of the account, for every stage', () => {
    expect(spell(dashboard.properties.DashboardName)).toBe('OptLedger-dev-{AWS::Region}');
    expect(synthesise({ stage: 'prod' }).only('AWS::CloudWatch::Dashboard').properties.DashboardName).not.toEqual(
      dashboard.properties.DashboardName,
    );
  });
});
