import { type CfnResource, Duration, Validations } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { deadLettersMetadata } from '../../lambdas/contract/deployment.ts';
import { type AlarmMeaning, type Alarms, alarmPeriod } from './alarms.ts';

export interface DeadLetterQueueProps extends AlarmMeaning {
  readonly alarms: Alarms;
}

/** Where an asynchronous edge leaves what it could not deliver; kept as long as SQS can, and alarmed from the first message. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id, { enforceSSL: true, retentionPeriod: Duration.days(14) });
    (this.node.defaultChild as CfnResource).addMetadata(deadLettersMetadata, props.impact);
    props.alarms.add(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
      severity: props.severity,
      impact: props.impact,
      runbook: props.runbook,
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
  }
}
