import { type CfnResource, Duration, Validations } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { deadLettersMetadata } from '../../../lambdas/contract/deployment.ts';
import { type AlarmMeaning, type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import { StageKey } from '../secrets/stage-key.ts';

export interface DeadLetterQueueProps extends AlarmMeaning {
  readonly alarms: Alarms;
  /** Whether it takes what a FIFO queue could not get rid of. @default false */
  readonly inOrder?: boolean;
}

/** As long as SQS can. */
export const keptFor = Duration.days(14);

/** Where an asynchronous edge leaves what it could not deliver; kept as long as SQS can, and alarmed from the first message. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    const { key } = StageKey.of(scope);
    super(scope, id, {
      enforceSSL: true,
      encryption: key === undefined ? QueueEncryption.SQS_MANAGED : QueueEncryption.KMS,
      encryptionMasterKey: key,
      retentionPeriod: keptFor,
      ...(props.inOrder === true && { fifo: true }),
    });
    (this.node.defaultChild as CfnResource).addMetadata(deadLettersMetadata, props.impact);
    const { alarms, severity, impact, runbook } = props;
    alarms.add(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
      staysWithoutData: true,
      severity,
      impact,
      runbook,
    });
    alarms.add(this, 'Forgotten', {
      // A second time, for whoever overlooked the first: an alarm that is on says nothing any more.
      metric: this.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: 'Maximum' }),
      threshold: Duration.days(1).toSeconds(),
      staysWithoutData: true,
      severity,
      impact,
      runbook: `It lies there for a day, and is gone after fourteen. ${runbook}`,
    });
    const reason = 'This is a dead-letter queue itself: what lies here is alarmed and looked at by a person.';
    Validations.of(this).acknowledge(
      { id: 'AwsSolutions-SQS3', reason },
      { id: 'Serverless-SQSRedrivePolicy', reason },
    );
  }

  /** Leaving something here. Not the queue's own grant, which adds looking at it. */
  grantFill(role: IGrantable): void {
    role.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queueArn] }),
    );
    this.grantKey(role);
  }

  /** What whoever leaves something here needs besides, where the queue has a key of its own. */
  grantKey(role: IGrantable): void {
    StageKey.of(this).grant(role, 'sqs', 'Decrypt', 'GenerateDataKey');
  }
}
