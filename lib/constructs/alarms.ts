import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** What whoever is woken up must read first. */
export interface AlarmMeaning {
  /** Who is hurt, and how, as a sentence: "People who text STOP keep getting messages." */
  readonly impact: string;
  /** What to do first, as a sentence. */
  readonly runbook: string;
}

export interface AlarmOptions extends AlarmMeaning {
  readonly metric: IMetric;
  /** Goes off when the metric of one period reaches this. @default 1 */
  readonly threshold?: number;
}

export interface AlarmsProps {
  /** ARN of the topic that is told when an alarm goes off. @default - alarms only change state */
  readonly topicArn?: string;
}

/** The one way to make an alarm: it must say who is hurt and what to do. */
export class Alarms extends Construct {
  private readonly topic: ITopic | undefined;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = props.topicArn === undefined ? undefined : Topic.fromTopicArn(this, 'Topic', props.topicArn);
  }

  /** Makes an alarm beside the thing that it watches. No data is no alarm: most of these metrics exist only while something happens. */
  add(scope: Construct, id: string, options: AlarmOptions): Alarm {
    const alarm = new Alarm(scope, id, {
      metric: options.metric,
      threshold: options.threshold ?? 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `Impact: ${options.impact} Runbook: ${options.runbook}`,
    });
    if (this.topic !== undefined) alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

/** How long one period of every alarm is. */
export const alarmPeriod = Duration.minutes(5);
