import { Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { metricDimension, metricNamespace, type metrics } from '../../../lambdas/contract/metrics.ts';
import { alarmPeriod } from './alarms.ts';

/** The sum of one of the own metrics of the functions of a stack. */
export function ledgerMetric(scope: Construct, name: (typeof metrics)[keyof typeof metrics]): Metric {
  return new Metric({
    namespace: metricNamespace,
    metricName: name,
    dimensionsMap: { [metricDimension]: Stack.of(scope).stackName },
    statistic: 'Sum',
    period: alarmPeriod,
  });
}
