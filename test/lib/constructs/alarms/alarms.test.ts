import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { metricDimension, metricNamespace, metrics } from '../../../../lambdas/contract/metrics.ts';
import { functionNames } from '../../function-names.ts';
import { type Found, metricsOfAlarms, referred, synthesise } from '../../synthesised-stack.ts';

const { ofType, functionNamed, only } = synthesise();
const alarms = ofType('AWS::CloudWatch::Alarm');
const watching = (namespace: string, metric: string, dimension?: readonly [string, string]): readonly Found[] =>
  alarms.filter(({ properties }) => {
    const dimensions = (properties.Dimensions ?? []) as { Name: string; Value: unknown }[];
    return (
      properties.Namespace === namespace &&
      properties.MetricName === metric &&
      (dimension === undefined
        ? dimensions.length === 0
        : dimensions.some(
            ({ Name, Value }) => Name === dimension[0] && [Value, referred(Value)].includes(dimension[1]),
          ))
    );
  });

test.each(functionNames)('the first error of %s goes off', (name) => {
  const [alarm] = watching('AWS/Lambda', 'Errors', ['FunctionName', functionNamed(name).id]);
  expect(alarm?.properties).toMatchObject({
    Threshold: 1,
    EvaluationPeriods: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  });
});

/** Counted, and nothing that went wrong. */
const counted: readonly string[] = [
  metrics.ambiguousStop,
  metrics.handedOver,
  metrics.templateLost,
  metrics.callIgnored,
  // That it could not be read went off; that it says nothing behind a later no is as it should be.
  metrics.eventSuperseded,
];

test.each(Object.values(metrics).filter((name) => !counted.includes(name)))('%s goes off', (name) => {
  expect(watching(metricNamespace, name, [metricDimension, 'OptLedger-dev'])).toHaveLength(1);
});

const sources = ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => referred(properties.EventSourceArn));
/** Queues that feed nobody. */
const deadLetters = ofType('AWS::SQS::Queue').filter(({ id }) => !sources.includes(id));

test('the first message in a dead-letter queue goes off', () => {
  for (const { id } of deadLetters) {
    const [alarm] = watching('AWS/SQS', 'ApproximateNumberOfMessagesVisible', ['QueueName', id]);
    expect(alarm?.properties).toMatchObject({ Threshold: 1, Statistic: 'Maximum' });
  }
});

test('a message that lies in a dead-letter queue for a day goes off again, and a queue that nobody touches stays in alarm', () => {
  for (const { id } of deadLetters) {
    const [oldest] = watching('AWS/SQS', 'ApproximateAgeOfOldestMessage', ['QueueName', id]);
    expect(oldest?.properties).toMatchObject({ Threshold: 86_400, Statistic: 'Maximum', TreatMissingData: 'ignore' });
  }
});

/** The functions that an alarm of this kind watches together, with what each one's metric is divided by. */
const sharedBy = (kind: string) =>
  alarms
    .filter(({ properties }) => String(properties.AlarmName).endsWith(`-${kind}`))
    .flatMap(({ properties }) => {
      const metrics = (properties.Metrics ?? []) as {
        readonly Id: string;
        readonly Expression?: string;
        readonly MetricStat?: { readonly Metric: { readonly Dimensions: { Value: unknown }[] }; readonly Stat: string };
      }[];
      const expression = metrics.find(({ Expression }) => Expression !== undefined)?.Expression ?? '';
      return metrics.flatMap(({ Id, MetricStat }) => {
        if (MetricStat === undefined) return [];
        const id = referred(MetricStat.Metric.Dimensions[0]?.Value);
        const name = functionNames.find((each) => functionNamed(each).id === id);
        if (name === undefined) throw new Error(`${id} is no function.`);
        const divisor = Number(new RegExp(`FILL\\(${Id}, 0\\) / (\\d+)`).exec(expression)?.[1]);
        return [{ name, divisor, stat: MetricStat.Stat, description: String(properties.AlarmDescription) }];
      });
    });

test('alarms that many share take ten metrics, go off when one of them reaches its own threshold, and say whom they are about', () => {
  // That of an import adds up how one machine may end.
  const shared = alarms.filter(
    ({ properties: { Metrics, AlarmName } }) => Metrics !== undefined && !String(AlarmName).endsWith('-ImportFailed'),
  );
  expect(shared.length).toBeGreaterThan(3);
  for (const { properties } of shared) {
    const [expressions, metrics] = [[] as string[], [] as string[]];
    for (const { Expression, Id } of properties.Metrics as { Expression?: string; Id: string }[]) {
      if (Expression === undefined) metrics.push(Id);
      else expressions.push(Expression);
    }
    expect(metrics.length).toBeLessThanOrEqual(10);
    expect(expressions).toHaveLength(1);
    expect(expressions[0]).toMatch(/^MAX\(\[(FILL\(m\d, 0\) \/ \d+(, )?)+\]\)$/);
    for (const id of metrics) expect(expressions[0]).toContain(`FILL(${id}, 0)`);
    expect(properties).toMatchObject({
      Threshold: 1,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
    expect(String(properties.AlarmName)).toContain(' ticket ');
  }
  for (const { name, description } of [...sharedBy('Slow'), ...sharedBy('Throttles')]) {
    expect(description).toMatch(new RegExp(`One of [a-z, -]*\\b${name}\\b`));
  }
});

test('throttled runs of what wakes somebody have an alarm of their own, all others share one', () => {
  const own = functionNames.filter(
    (name) => watching('AWS/Lambda', 'Throttles', ['FunctionName', functionNamed(name).id])[0],
  );
  const paging = functionNames.filter((name) => {
    const [errors] = watching('AWS/Lambda', 'Errors', ['FunctionName', functionNamed(name).id]);
    return String(errors?.properties.AlarmName).includes(' page ');
  });
  expect(own).toEqual(paging);
  const others = sharedBy('Throttles').map(({ name, divisor }) => [name, divisor]);
  expect(others.toSorted()).toEqual(
    functionNames
      .filter((name) => !paging.includes(name))
      .map((name) => [name, 1])
      .toSorted(),
  );
});

test('a run that takes nearly all its time goes off, where a no waits for it or an export or import may outgrow it', () => {
  const slow = sharedBy('Slow');
  for (const { name, divisor, stat } of slow) {
    expect([name, divisor]).toEqual([name, Number(functionNamed(name).properties.Timeout) * 800]);
    expect(stat).toBe('Maximum');
  }
  const watched = slow.map(({ name }) => name);
  const paging = functionNames.filter((name) => {
    const [errors] = watching('AWS/Lambda', 'Errors', ['FunctionName', functionNamed(name).id]);
    return String(errors?.properties.AlarmName).includes(' page ');
  });
  expect(watched.toSorted()).toEqual([...paging, 'export-finish', 'export-shard', 'import-steps'].toSorted());
});

test('limits of the account are watched where they are told', () => {
  const told = synthesise({ accountConcurrency: '1000', smsSpendLimit: '200' }).ofType('AWS::CloudWatch::Alarm');
  const threshold = (all: readonly Found[], metric: string) =>
    all.filter(({ properties }) => properties.MetricName === metric).map(({ properties }) => properties.Threshold);
  expect(threshold(told, 'ClaimedAccountConcurrency')).toEqual([800]);
  expect(threshold(told, 'TextMessageMonthlySpend')).toEqual([160]);
  expect([...threshold(alarms, 'ClaimedAccountConcurrency'), ...threshold(alarms, 'TextMessageMonthlySpend')]).toEqual(
    [],
  );
});

test('a minute between word and record of one no in ten goes off, and wakes somebody', () => {
  const [late] = watching(metricNamespace, metrics.heardAfter, [metricDimension, 'OptLedger-dev']);
  expect(late?.properties).toMatchObject({ ExtendedStatistic: 'p90', Threshold: 60_000, Period: 300 });
  expect(late?.properties.AlarmName).toContain(' page ');
});

test('an export that fails, hangs or does not start goes off', () => {
  const machine = only('AWS::StepFunctions::StateMachine', 'Exports');
  expect(watching('AWS/States', 'ExecutionsFailed', ['StateMachineArn', machine.id])).toHaveLength(1);
  expect(watching('AWS/States', 'ExecutionsTimedOut', ['StateMachineArn', machine.id])).toHaveLength(1);
});

test('an import whose execution fails, takes too long or is stopped goes off', () => {
  const machine = only('AWS::StepFunctions::StateMachine', 'Imports');
  const ended = metricsOfAlarms({ ofType }).filter(
    ({ Dimensions: [of] }) => of?.Name === 'StateMachineArn' && referred(of.Value) === machine.id,
  );
  expect(
    ended.map(({ MetricName, alarm }) => [MetricName, String(alarm.properties.AlarmName).split('-').at(-1)]),
  ).toEqual(['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'].map((name) => [name, 'ImportFailed']));
});

test('docs/deploy.md counts them, because each costs money', () => {
  const page = readFileSync(new URL('../../../../docs/deploy.md', import.meta.url), 'utf8');
  const { length } = metricsOfAlarms({ ofType });
  expect(page).toContain(`${alarms.length} alarms on ${length} metrics ${length} x $0.10`);
});

test('docs/runbook.md has every function whose errors can go off', () => {
  const page = readFileSync(new URL('../../../../docs/runbook.md', import.meta.url), 'utf8');
  for (const name of functionNames) expect(page).toMatch(new RegExp(`^\\|[^|]*\`${name}\``, 'm'));
});

test('docs/runbook.md has every kind of alarm', () => {
  const page = readFileSync(new URL('../../../../docs/runbook.md', import.meta.url), 'utf8');
  const headings = page
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .join('\n');
  const all = synthesise({ accountConcurrency: '1000', smsSpendLimit: '200', silenceHours: '6' });
  const kinds = all
    .ofType('AWS::CloudWatch::Alarm')
    .map(({ properties }) => String(properties.AlarmName).split('-').at(-1));
  expect([...new Set(kinds)].filter((kind) => !headings.includes(kind ?? ''))).toEqual([]);
});

describe('every alarm', () => {
  test.each(alarms.map((each) => [each.id, each.properties] as const))(
    '%s says who is hurt and what to do first',
    (_, properties) => {
      expect(properties.AlarmDescription).toMatch(/^Impact: .{20,}[.?] Runbook: .{20,}\.$/);
      expect(String(properties.AlarmDescription).length).toBeLessThanOrEqual(1024);
    },
  );

  test('is calm while nothing happens', () => {
    for (const { properties } of alarms) {
      const stays = /-(NotEmpty|Forgotten)$/.test(String(properties.AlarmName));
      expect(properties.TreatMissingData).toBe(stays ? 'ignore' : 'notBreaching');
    }
  });

  test('tells nobody until a topic is named, and then tells that topic', () => {
    for (const { properties } of alarms) expect(properties.AlarmActions).toBeUndefined();
    const topic = 'arn:aws:sns:eu-west-1:111122223333:on-call';
    for (const { properties } of synthesise({ alarmTopicArn: topic }).ofType('AWS::CloudWatch::Alarm')) {
      expect(properties.AlarmActions).toEqual([topic]);
    }
  });
});
