import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricNamespace, type metrics } from '../../lambdas/contract/metrics.ts';
import { alarmPeriod } from './alarms.ts';

/** The sum of one of the functions' own metrics. */
export function ledgerMetric(name: (typeof metrics)[keyof typeof metrics]): Metric {
  return new Metric({ namespace: metricNamespace, metricName: name, statistic: 'Sum', period: alarmPeriod });
}
