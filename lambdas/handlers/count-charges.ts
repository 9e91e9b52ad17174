import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { censusCounter } from '../adapters/dynamodb/collection/census-counter.ts';
import { chargeCounter } from '../adapters/dynamodb/collection/charge-counter.ts';
import { parseCountedChange } from '../adapters/dynamodb/entries/counted-change.ts';
import { deliveriesOf, type Image } from '../adapters/dynamodb/entries/parcel.ts';
import { parseChargedEntry } from '../adapters/dynamodb/entries/parse-charged-entry.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { givenBack, readOver } from '../edge/runtime/handed-over.ts';
import { logger } from '../edge/runtime/logger.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import type { CensusCounter, ChargeCounter } from '../use-cases/collection/ports.ts';
import type { Clock } from '../use-cases/ledger/ports.ts';
import { openTable } from './deps/stage/open-table.ts';

export interface CountDeps {
  readonly counter: ChargeCounter;
  readonly census: CensusCounter;
  readonly now: Clock;
}

/**
 * Counts at collection points what the ledger says happened there, and how many people and windows there are, a batch at once. What cannot
 * be counted is given back and comes again; the others of its batch are counted meanwhile, and not a second time when they come along.
 */
export const countCharges = ({ counter, census, now }: CountDeps) =>
  eventEndpoint(async ({ Records }: SQSEvent | DynamoDBStreamEvent): Promise<SQSBatchResponse> => {
    const read = deliveriesOf(Records).map(({ id, image }) => ({ id, told: readOver(() => toldBy(image()), now()) }));
    const known = read.flatMap(({ told }) => (told === 'unread' ? [] : [told]));
    const [charges, changes] = await Promise.all([
      counter.addCharges(known.flatMap(({ charged }) => charged ?? [])),
      census.count(known.flatMap(({ changed }) => changed ?? [])),
    ]);
    for (const error of new Set(charges.values())) logger.failure('charges not counted', error);
    for (const error of new Set(changes.values())) logger.failure('people not counted', error);
    const isLeft = ({ charged, changed }: Told) =>
      (charged && charges.has(charged.entry)) || (changed && changes.has(changed));
    const left = read.filter(({ told }) => told === 'unread' || isLeft(told));
    return givenBack(left.map(({ id }) => id));
  });

/** What a delivery tells: an entry or choice that charges something, or a state or window that changed; nothing at all is well, too. */
type Told = ReturnType<typeof toldBy>;

const toldBy = (image: Image) => ({ charged: parseChargedEntry(image), changed: parseCountedChange(image) });

export const handler = coldStart(() => {
  const table = openTable();
  return {
    counter: chargeCounter(table, systemClock),
    census: censusCounter(table, systemClock),
    now: systemClock,
  };
}, countCharges);
