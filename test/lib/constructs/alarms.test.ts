import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { metricDimension, metricNamespace, metrics } from '../../../lambdas/contract/metrics.ts';
import { functionNames } from '../function-names.ts';
import { type Found, referred, synthesise } from '../synthesised-stack.ts';

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

test.each(Object.values(metrics).filter((name) => name !== metrics.ambiguousStop))('%s goes off', (name) => {
  expect(watching(metricNamespace, name, [metricDimension, 'OptLedger-dev'])).toHaveLength(1);
});

test('the first message in a dead-letter queue goes off', () => {
  // All that feed nobody.
  const sources = ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) =>
    referred(properties.EventSourceArn),
  );
  for (const { id } of ofType('AWS::SQS::Queue').filter((each) => !sources.includes(each.id))) {
    const [alarm] = watching('AWS/SQS', 'ApproximateNumberOfMessagesVisible', ['QueueName', id]);
    expect(alarm?.properties).toMatchObject({ Threshold: 1, Statistic: 'Maximum' });
  }
});

test('an export that fails, hangs or does not start goes off', () => {
  const machine = only('AWS::StepFunctions::StateMachine');
  expect(watching('AWS/States', 'ExecutionsFailed', ['StateMachineArn', machine.id])).toHaveLength(1);
  expect(watching('AWS/States', 'ExecutionsTimedOut', ['StateMachineArn', machine.id])).toHaveLength(1);
});

test('docs/deploy.md counts them, because each costs money', () => {
  const page = readFileSync(new URL('../../../docs/deploy.md', import.meta.url), 'utf8');
  expect(page).toContain(`${alarms.length} alarms ${alarms.length} x $0.10`);
});

test('docs/runbook.md has every function whose errors can go off', () => {
  const page = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
  for (const name of functionNames) expect(page).toMatch(new RegExp(`^\\|[^|]*\`${name}\``, 'm'));
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
    for (const { properties } of alarms) expect(properties.TreatMissingData).toBe('notBreaching');
  });

  test('tells nobody until a topic is named, and then tells that topic', () => {
    for (const { properties } of alarms) expect(properties.AlarmActions).toBeUndefined();
    const topic = 'arn:aws:sns:eu-west-1:111122223333:on-call';
    for (const { properties } of synthesise({ alarmTopicArn: topic }).ofType('AWS::CloudWatch::Alarm')) {
      expect(properties.AlarmActions).toEqual([topic]);
    }
  });
});
