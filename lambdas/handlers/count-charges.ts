import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { coldStart } from '../edge/cold-start.ts';
import { eventEndpoint } from '../edge/event-endpoint.ts';

export const countCharges = () =>
  eventEndpoint(async (_event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => ({ batchItemFailures: [] }));

export const handler = coldStart(() => ({}), countCharges);
