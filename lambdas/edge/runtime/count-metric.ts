import { environment } from '../../contract/environment.ts';
import { metricDimension, metricNamespace, type metrics } from '../../contract/metrics.ts';

export type MetricName = (typeof metrics)[keyof typeof metrics];

/**
 * Adds to a metric, by a line in CloudWatch's embedded metric format. Its one dimension is the stack, so none can hold an identifier.
 *
 * @param at epoch milliseconds
 */
export function countMetric(name: MetricName, count: number, at: number): void {
  const line = {
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        { Namespace: metricNamespace, Dimensions: [[metricDimension]], Metrics: [{ Name: name, Unit: 'Count' }] },
      ],
    },
    [metricDimension]: process.env[environment.stackName] ?? 'local',
    [name]: count,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
