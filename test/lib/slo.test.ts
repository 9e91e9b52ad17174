import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../lambdas/contract/metrics.ts';
import { functionNames } from './function-names.ts';
import { synthesise } from './synthesised-stack.ts';

const page = readFileSync(new URL('../../docs/slo.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| (\d+) \| (.*) \| (.*) \| (.*) \|$/gm)].map(
  ([, number = '', , metric = '', alarm = '']) => ({
    number,
    metrics: named(metric),
    alarms: named(alarm),
  }),
);

/** What stands in backticks. */
function named(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

const alarms = synthesise({ silenceHours: '6' })
  .ofType('AWS::CloudWatch::Alarm')
  .map(({ properties }) => ({
    name: String(properties.AlarmName).split('-').at(-1) ?? '',
    // A metric that is read from the access log has the name of its stack before its own.
    metric: String(properties.MetricName).split('-').at(-1) ?? '',
  }));

test('docs/slo.md has five to eight objectives', () => {
  expect(rows.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
});

describe.each(rows.map((row) => [row.number, row] as const))('objective %s', (_, row) => {
  test('is measured by metrics that an alarm watches, and those alarms are its own', () => {
    const measured = row.metrics.filter((name) => !functionNames.some((known) => known === name));
    expect(measured.length).toBeGreaterThan(0);
    const watched = alarms.filter(({ name }) => row.alarms.includes(name)).map(({ metric }) => metric);
    expect(measured.filter((name) => !watched.includes(name))).toEqual([]);
  });

  test('has alarms that exist', () => {
    expect(row.alarms.length).toBeGreaterThan(0);
    expect(row.alarms.filter((name) => !alarms.some((alarm) => alarm.name === name))).toEqual([]);
  });
});

test('the first objective is measured by a metric of our own', () => {
  expect(rows[0]?.metrics).toEqual([metrics.heardAfter]);
});

test('what else docs/slo.md names as an alarm exists', () => {
  expect(alarms.map(({ name }) => name)).toContain('Silent');
});
