import { Duration, Names, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** `page`: somebody's no may be lost, late or overlooked, so somebody is woken. `ticket`: it waits until the morning. */
export type Severity = 'page' | 'ticket';

/** What whoever is told must read first. */
export interface AlarmMeaning {
  readonly severity: Severity;
  /** Who is hurt, and how, as a sentence: "People who text STOP keep getting messages." */
  readonly impact: string;
  /** What to do first, as a sentence. */
  readonly runbook: string;
}

export interface AlarmOptions extends AlarmMeaning {
  readonly metric: IMetric;
  /** Goes off when the metric of one period reaches this. @default 1 */
  readonly threshold?: number;
  /** Goes off only when it is so in this many periods in a row. @default 1 */
  readonly inARow?: number;
  /** Goes off when this many periods in a row have nothing, too: silence is what it is about. @default - no data is no alarm */
  readonly silentPeriods?: number;
  /** Stays as it is while nothing is measured: SQS stops measuring a queue that nobody touches. @default - no data is no alarm */
  readonly staysWithoutData?: boolean;
}

/** One of several that an alarm watches together. */
export interface Watched {
  /** How it is told in the alarm: the name of a function, which the runbook has. */
  readonly name: string;
  readonly metric: IMetric;
  /** At which value of its own metric the alarm goes off. */
  readonly threshold: number;
}

export interface AlarmsProps {
  /** ARN of the topic that is told when a page goes off or is over. @default - alarms only change state */
  readonly topicArn?: string | undefined;
  /** ARN of the topic that is told of tickets. @default - the topic of pages */
  readonly ticketTopicArn?: string | undefined;
}

/** The one way to make an alarm: it must say how bad it is, who is hurt and what to do. */
export class Alarms extends Construct {
  /** All that were made so far. */
  readonly all: Alarm[] = [];
  /** The same, by whom they tell. */
  readonly bySeverity: Readonly<Record<Severity, Alarm[]>> = { page: [], ticket: [] };
  private readonly shared = new Map<string, { readonly meaning: AlarmMeaning; readonly watched: Watched[] }>();
  private readonly topics: { readonly [S in Severity]: ITopic | undefined };

  constructor(scope: Construct, id: string, { topicArn, ticketTopicArn = topicArn }: AlarmsProps) {
    super(scope, id);
    const page = topicArn === undefined ? undefined : Topic.fromTopicArn(this, 'Topic', topicArn);
    const isOther = ticketTopicArn !== undefined && ticketTopicArn !== topicArn;
    this.topics = { page, ticket: isOther ? Topic.fromTopicArn(this, 'TicketTopic', ticketTopicArn) : page };
  }

  /** Makes an alarm beside the thing that it watches. No data is no alarm: most of these metrics exist only while something happens. */
  add(scope: Construct, id: string, options: AlarmOptions): Alarm {
    const { severity, impact, runbook, metric, silentPeriods } = options;
    const isSilence = silentPeriods !== undefined;
    const without = options.staysWithoutData ? TreatMissingData.IGNORE : TreatMissingData.NOT_BREACHING;
    const alarm = new Alarm(scope, id, {
      // The name is what a telephone shows at night. It begins with the stack's, so that stages do not meet.
      alarmName: `${Stack.of(scope).stackName} ${severity} ${Names.uniqueResourceName(scope, { maxLength: 60 })}-${id}`,
      metric,
      threshold: options.threshold ?? 1,
      evaluationPeriods: silentPeriods ?? options.inARow ?? 1,
      comparisonOperator: isSilence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: isSilence ? TreatMissingData.BREACHING : without,
      alarmDescription: `Impact: ${impact} Runbook: ${runbook}`,
    });
    this.all.push(alarm);
    this.bySeverity[severity].push(alarm);
    const topic = this.topics[severity];
    if (topic === undefined) return alarm;
    alarm.addAlarmAction(new SnsAction(topic));
    // Whoever was told wants to know that it is over.
    alarm.addOkAction(new SnsAction(topic));
    return alarm;
  }

  /**
   * Has one thing more watched by the alarms of a kind that many share: a stack has 500 resources at most, and what waits until the
   * morning needs no alarm of its own. They are made by `addShared`.
   */
  share(kind: string, meaning: AlarmMeaning, watched: Watched): void {
    const { watched: others } = this.shared.get(kind) ?? { watched: [] };
    this.shared.set(kind, { meaning, watched: [...others, watched] });
  }

  /** Makes the alarms that many share, once all of them are known: ten to an alarm, which is what metric math takes. */
  addShared(): void {
    for (const [kind, { meaning, watched }] of this.shared) {
      const groups = Array.from({ length: Math.ceil(watched.length / mostMetrics) }, (_, at) =>
        watched.slice(at * mostMetrics, (at + 1) * mostMetrics),
      );
      for (const [at, group] of groups.entries()) this.addTogether(`Shared${at + 1}`, kind, meaning, group);
    }
  }

  private addTogether(place: string, kind: string, meaning: AlarmMeaning, group: readonly Watched[]): void {
    const parts = group.map(({ threshold }, at) => `FILL(m${at}, 0) / ${threshold}`);
    const scope = (this.node.tryFindChild(place) as Construct | undefined) ?? new Construct(this, place);
    this.add(scope, kind, {
      ...meaning,
      // How much of its own threshold the worst of them has reached; one that measures nothing is at none of it.
      metric: new MathExpression({
        expression: `MAX([${parts.join(', ')}])`,
        usingMetrics: Object.fromEntries(group.map(({ metric }, at) => [`m${at}`, metric])),
        label: kind,
        period: alarmPeriod,
      }),
      impact: `${meaning.impact} One of ${group.map(({ name }) => name).join(', ')}.`,
    });
  }
}

/** An alarm on metric math takes ten metrics (CloudWatch, "Create an alarm based on a metric math expression"). */
const mostMetrics = 10;

/** How long one period of every alarm is. */
export const alarmPeriod = Duration.minutes(5);
