import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type Alarms, alarmPeriod } from './alarms.ts';

export interface AccountAlarmsProps {
  readonly alarms: Alarms;
  /** How many functions may run at once in the account. @default - nobody is told when they run out */
  readonly concurrency?: number | undefined;
  /** The limit in dollars at which AWS stops sending text messages for the rest of the month. @default - nobody is told before it does */
  readonly smsSpendLimit?: number | undefined;
}

/** Limits of the account that this stage shares with everything else in it; watched where it is told how high they are. */
export class AccountAlarms extends Construct {
  constructor(scope: Construct, id: string, { alarms, concurrency, smsSpendLimit }: AccountAlarmsProps) {
    super(scope, id);
    const highest = (namespace: string, metricName: string) =>
      new Metric({ namespace, metricName, statistic: 'Maximum', period: alarmPeriod });
    if (concurrency !== undefined) {
      alarms.add(this, 'RunsNearlyUsedUp', {
        metric: highest('AWS/Lambda', 'ClaimedAccountConcurrency'),
        threshold: Math.floor(concurrency * nearly),
        severity: 'ticket',
        impact: 'Most concurrent runs of the account are taken; above them callers are refused and STOPs by SMS wait.',
        runbook: 'See "Concurrency": find what takes them, ask for more, or move other workloads to another account.',
      });
    }
    if (smsSpendLimit !== undefined) {
      alarms.add(this, 'SmsNearlySpent', {
        metric: highest('AWS/SMSVoice', 'TextMessageMonthlySpend'),
        threshold: smsSpendLimit * nearly,
        severity: 'ticket',
        impact: 'Soon AWS sends no text message any more this month: nobody who texts STOP is told that it was heard.',
        runbook: 'Raise the limit at AWS, then smsSpendLimit; look for somebody who makes us answer again and again.',
      });
    }
  }
}

/** At which part of a limit somebody is told. */
const nearly = 0.8;
