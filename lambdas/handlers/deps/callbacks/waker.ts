import type { SQSClient } from '@aws-sdk/client-sqs';
import { deliveryQueue } from '../../../adapters/aws/delivery-queue.ts';
import { environment } from '../../../contract/environment.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';
import type { DeliveryQueue } from '../../../use-cases/callbacks/ports.ts';

/** What wakes `deliver-events`, by the environment of who does. */
export const waker = (client: SQSClient): DeliveryQueue =>
  deliveryQueue(client, {
    url: requireEnv(environment.deliveriesQueueUrl),
    noesUrl: requireEnv(environment.noDeliveriesQueueUrl),
  });
