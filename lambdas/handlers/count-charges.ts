import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { chargeCounter } from '../adapters/dynamodb/collection/charge-counter.ts';
import { deliveriesOf } from '../adapters/dynamodb/entries/parcel.ts';
import { parseChargedEntry } from '../adapters/dynamodb/entries/parse-charged-entry.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { givenBack, readOver } from '../edge/runtime/handed-over.ts';
import { logger } from '../edge/runtime/logger.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import type { ChargeCounter, ChargedEntry } from '../use-cases/collection/ports.ts';
import type { Clock } from '../use-cases/ledger/ports.ts';
import { openTable } from './deps/open-table.ts';

export interface CountDeps {
  readonly counter: ChargeCounter;
  readonly now: Clock;
}

/**
 * Counts at collection points what the ledger says happened there, a batch at once. What cannot be counted is given back and comes
 * again; the others of its batch are counted meanwhile, and not a second time when they come along with it.
 */
export const countCharges = ({ counter, now }: CountDeps) =>
  eventEndpoint(async ({ Records }: SQSEvent | DynamoDBStreamEvent): Promise<SQSBatchResponse> => {
    const read = deliveriesOf(Records).map(({ id, image }) => ({
      id,
      charged: readOver(() => parseChargedEntry(image()), now()),
    }));
    const failed = await counter.addCharges(read.flatMap(({ charged }) => (isEntry(charged) ? [charged] : [])));
    for (const error of new Set(failed.values())) logger.failure('charges not counted', error);
    const left = read.filter(({ charged }) => charged === 'unread' || (charged && failed.has(charged.entry)));
    return givenBack(left.map(({ id }) => id));
  });

function isEntry(charged: ChargedEntry | undefined | 'unread'): charged is ChargedEntry {
  return charged !== undefined && charged !== 'unread';
}

export const handler = coldStart(() => {
  const table = openTable();
  return { counter: chargeCounter(table, systemClock), now: systemClock };
}, countCharges);
