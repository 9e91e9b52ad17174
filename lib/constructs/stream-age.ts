import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { alarmPeriod } from './alarms.ts';
import type { HouseFunction } from './house-function.ts';

/** How long the oldest record that a function of the table's stream got had waited, in milliseconds. After a day it is lost. */
export function streamAge(fn: HouseFunction): IMetric {
  return fn.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' });
}
