import { setImmediate } from 'node:timers/promises';
import type { SQSEvent } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { appCounts } from '../../lambdas/adapters/dynamodb/collection/app-counts.ts';
import { censusCounter } from '../../lambdas/adapters/dynamodb/collection/census-counter.ts';
import { chargeCounter } from '../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { countCharges } from '../../lambdas/handlers/count-charges.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { ledgerBench } from '../support/ledger/ledger-bench.ts';
import { relayed, streamRecord } from '../support/ledger/parcels.ts';
import { testPoint, testToken } from '../support/pages/collection.ts';
import { holdItems } from '../support/table/held-items.ts';
import { keepWritten } from '../support/table/keep-written.ts';

/** A second of a campaign: so many opt-ins, and so many visits, all at one point. */
const perSecond = 200;
const seconds = 4;
/** As the template has it (`lib/constructs/collection.ts`). */
const batchSize = 90;
const runsAtOnce = 2;
const day = '2026-11-20';

describe('200 charges and 200 visits a second at one point, on a model of the rule for conflicts of transactions', () => {
  test('all are counted, and no visit ever meets a charge', async () => {
    const bench = await ledgerBench();
    const store = pointStore(bench.table);
    await store.create(testPoint(1));
    const conflicts = holdItems(bench.table, async () => {
      // Long enough for everybody else to come by.
      for (let turns = 0; turns < 20; turns += 1) await setImmediate();
    });
    keepWritten(() => undefined);
    const count = countCharges({
      counter: chargeCounter(bench.table, bench.now),
      census: censusCounter(bench.table, bench.now),
      now: bench.now,
    });
    const entries = Array.from({ length: perSecond * seconds }, (_, n) =>
      streamRecord(
        {
          ...{ pk: `acme#L#u${n}`, sk: `e${n}`, charged: true, day, won: ['offers'] },
          charges: [{ point: testPoint(1).pointId, count: 'optIns' }],
        },
        n,
      ),
    );
    const { Records } = await relayed('charges', entries);
    const batches: SQSEvent[] = [];
    for (let from = 0; from < Records.length; from += batchSize)
      batches.push({ Records: Records.slice(from, from + batchSize) });

    let isOver = false;
    const run = async (): Promise<void> => {
      for (let event = batches.shift(); event !== undefined; event = batches.shift()) {
        const { batchItemFailures } = await count(event, lambdaContext());
        const isLeft = (id: string) => batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === id);
        const left = event.Records.filter(({ messageId }) => isLeft(messageId));
        // Its queue shows it again.
        if (left.length > 0) batches.push({ Records: left });
      }
    };
    const charges = Promise.all(Array.from({ length: runsAtOnce }, run)).then(() => {
      isOver = true;
    });
    let visits = 0;
    while (!isOver || visits < perSecond * seconds) {
      await Promise.all(Array.from({ length: 20 }, () => store.countVisit(testToken(1), ['clicks', 'shown'], day)));
      visits += 20;
    }
    await charges;
    vi.restoreAllMocks();

    const { counts } = (await store.findFresh(testToken(1))) ?? {};
    expect([counts?.optIns, counts?.clicks, counts?.shown]).toEqual([perSecond * seconds, visits, visits]);
    expect(await store.days(testToken(1), day, day)).toEqual([{ day, counts }]);
    const [ofApp] = await appCounts(bench.table).days('acme', day, day);
    expect(ofApp?.purposes).toEqual([{ purposeId: 'offers', optIns: perSecond * seconds, optOuts: 0 }]);
    expect(conflicts.writes).toBe(0);
  });
});
