import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { chargeCounter } from '../adapters/dynamodb/collection/charge-counter.ts';
import { parseChargedEntry } from '../adapters/dynamodb/entries/parse-charged-entry.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { logger } from '../edge/runtime/logger.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import type { ChargeCounter } from '../use-cases/collection/ports.ts';
import { openTable } from './deps/open-table.ts';

/**
 * Counts at collection points what the ledger says happened there. A record that cannot be counted is reported and comes again; the
 * others of its batch are counted meanwhile, and not a second time when they come along with it.
 */
export const countCharges = (deps: { readonly counter: ChargeCounter }) =>
  eventEndpoint(async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of Records) {
      try {
        await count(deps.counter, record);
      } catch (error) {
        logger.failure('charges not counted', error);
        batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' });
      }
    }
    return { batchItemFailures };
  });

async function count(counter: ChargeCounter, record: DynamoDBRecord): Promise<void> {
  const charged = parseChargedEntry(record);
  if (charged !== undefined) await counter.addCharges(charged.entry, charged.charges);
}

export const handler = coldStart(() => {
  const table = openTable();
  return { counter: chargeCounter(table, systemClock) };
}, countCharges);
