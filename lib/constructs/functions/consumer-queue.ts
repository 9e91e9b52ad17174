import { type Duration, Validations } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Consumer } from '../../../lambdas/contract/consumers.ts';
import { alarmPeriod } from '../alarms/alarms.ts';
import { StageKey } from '../secrets/stage-key.ts';
import { type DeadLetterQueue, keptFor } from './dead-letter-queue.ts';
import type { HouseFunction } from './house-function.ts';

export interface ConsumerQueueProps {
  readonly consumer: Pick<Consumer, 'inOrder'>;
  /** Made for the same consumer: what comes in order goes to its dead letters in order. */
  readonly deadLetters: DeadLetterQueue;
  /** How long a message that was given back, or whose run died, stays away. Six times the timeout of its function and more (Lambda, "SQS"). */
  readonly comesAgainAfter: Duration;
  /** How often a message is tried. */
  readonly tries: number;
}

export interface FeedOptions {
  readonly batchSize: number;
  /** @default - nothing is waited for */
  readonly window?: Duration;
  /** How many runs at once, at most. @default - as many as Lambda gives */
  readonly atOnce?: number | undefined;
}

/** What the relay has to tell one consumer, until that has dealt with it. */
export class ConsumerQueue extends Queue {
  constructor(scope: Construct, id: string, { consumer, deadLetters, comesAgainAfter, tries }: ConsumerQueueProps) {
    const { key } = StageKey.of(scope);
    super(scope, id, {
      enforceSSL: true,
      encryption: key === undefined ? QueueEncryption.SQS_MANAGED : QueueEncryption.KMS,
      encryptionMasterKey: key,
      retentionPeriod: keptFor,
      visibilityTimeout: comesAgainAfter,
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: tries },
      // Each person is a group: in order in itself, and no group waits for another.
      ...(consumer.inOrder && {
        fifo: true,
        deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
        fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      }),
    });
  }

  /** Putting something in. Not the queue's own grant, which adds looking at it. */
  grantFill(role: IGrantable): void {
    this.allow(role, 'SendMessage');
    StageKey.of(this).grant(role, 'sqs', 'Decrypt', 'GenerateDataKey');
  }

  /** Lets Lambda call a function with what comes in. What the function gives back comes again. @param id of one of several queues of a function */
  feed(fn: HouseFunction, { batchSize, window, atOnce }: FeedOptions, id = 'Queue'): void {
    this.allow(fn, 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes');
    StageKey.of(this).grant(fn, 'sqs', 'Decrypt');
    const mapping = fn.addEventSourceMapping(id, {
      eventSourceArn: this.queueArn,
      batchSize,
      maxBatchingWindow: window,
      maxConcurrency: atOnce,
      reportBatchItemFailures: true,
    });
    const reason =
      'What fails again and again goes from the queue to its dead letters; a mapping of SQS takes no destination.';
    Validations.of(mapping).acknowledge({ id: 'Serverless-LambdaEventSourceMappingDestination', reason });
  }

  /** How long the oldest message has waited, in seconds. */
  age(): IMetric {
    return this.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: 'Maximum' });
  }

  private allow({ grantPrincipal }: IGrantable, ...operations: readonly string[]): void {
    const actions = operations.map((operation) => `sqs:${operation}`);
    grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [this.queueArn] }));
  }
}
