import { environment } from '../../contract/environment.ts';
import { metricDimension, metricNamespace, type metrics } from '../../contract/metrics.ts';

export type MetricName = (typeof metrics)[keyof typeof metrics];

/**
 * Adds to a metric, by a line in CloudWatch's embedded metric format. Its one dimension is the stack, so none can hold an identifier.
 *
 * @param at epoch milliseconds
 */
export function countMetric(name: MetricName, count: number, at: number): void {
  write(name, 'Count', count, at);
}

/** So many values a line may have of one metric (CloudWatch, "Embedded metric format specification"). */
const valuesALine = 100;

/**
 * Adds durations in milliseconds to a metric, each as a value of its own, so that CloudWatch can tell any percentile.
 *
 * @param at epoch milliseconds
 */
export function timeMetric(name: MetricName, values: readonly number[], at: number): void {
  for (let from = 0; from < values.length; from += valuesALine) {
    write(name, 'Milliseconds', values.slice(from, from + valuesALine), at);
  }
}

function write(name: MetricName, unit: string, value: number | readonly number[], at: number): void {
  const line = {
    // Lambda drops lines below its log level, and reads the level of a line in JSON here; without one it would have to guess.
    level: 'INFO',
    timestamp: new Date(at).toISOString(),
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        { Namespace: metricNamespace, Dimensions: [[metricDimension]], Metrics: [{ Name: name, Unit: unit }] },
      ],
    },
    [metricDimension]: process.env[environment.stackName] ?? 'local',
    [name]: value,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
