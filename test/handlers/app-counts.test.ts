import { beforeEach, describe, expect, it } from 'vitest';
import { appCounts } from '../../lambdas/adapters/dynamodb/collection/app-counts.ts';
import { censusCounter } from '../../lambdas/adapters/dynamodb/collection/census-counter.ts';
import { chargeCounter } from '../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import type { LedgerItem } from '../../lambdas/adapters/dynamodb/entries/ledger-item.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import { countCharges } from '../../lambdas/handlers/count-charges.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { relayed, streamRecord } from '../support/ledger/parcels.ts';
import { rowsWhere } from '../support/table/rows.ts';

const phone = '14155550132';
const day = 86_400_000;
let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

/** As the relay does: everything new that charges something is told, as often as one likes. */
async function relay(): Promise<void> {
  const items = (await rowsWhere(bench.table, /#L#/)) as readonly Partial<LedgerItem>[];
  const records = items.filter(({ charged }) => charged).map((item, n) => streamRecord(item, n));
  const run = countCharges({
    counter: chargeCounter(bench.table, bench.now),
    census: censusCounter(bench.table, bench.now),
    now: bench.now,
  });
  expect(await run(await relayed('charges', records), lambdaContext())).toEqual({ batchItemFailures: [] });
}
/** `day purpose +optIns -optOuts`. */
async function counted(appId = 'acme'): Promise<string[]> {
  await relay();
  await relay();
  const days = await appCounts(bench.table).days(appId, '2026-01-01', '2027-12-31');
  return days.flatMap(({ day: on, purposes }) =>
    purposes.map(({ purposeId, optIns, optOuts }) => `${on} ${purposeId} +${optIns} -${optOuts}`),
  );
}
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;

describe('opt-ins and opt-outs of an app', () => {
  it('count each purpose of each act once, however often it is told', async () => {
    await bench.say({ phone }, { purposes: ['offers', 'news'], eventId: 'e-1' });
    await bench.say({ phone }, { purposes: ['offers', 'news'], eventId: 'e-1' });
    await bench.say({ phone: '14155550133' });
    expect(await counted()).toEqual(['2026-11-20 news +1 -0', '2026-11-20 offers +2 -0']);
  });

  it('count nothing that changes nothing: yes again, no of who never said yes, a request, an older yes', async () => {
    await bench.say({ phone });
    bench.setNow(noon + 60_000);
    await bench.say({ phone });
    await bench.say({ phone: '14155550133' }, { ...own, action: 'revoked', purposes: 'all' });
    await bench.say({ phone: '14155550133' }, { saidAt: noon - day });
    await bench.say({ phone: '14155550134' }, { action: 'requested' });
    expect(await counted()).toEqual(['2026-11-20 offers +1 -0']);
  });

  it('count every purpose that a STOP ends, a stop of marketing those of marketing, and what START gives back', async () => {
    await bench.say({ phone }, { ...own, purposes: ['offers', 'orders', 'news'] });
    bench.setNow(noon + day);
    await bench.say({ phone }, { ...own, action: 'revoked', purposes: 'marketing' });
    bench.setNow(noon + 2 * day);
    await bench.say({ phone }, { ...own, action: 'revoked', purposes: 'all' });
    bench.setNow(noon + 3 * day);
    await bench.say({ phone }, { ...own, action: 'resumed', purposes: 'all' });
    expect(await counted()).toEqual([
      '2026-11-20 news +1 -0',
      '2026-11-20 offers +1 -0',
      '2026-11-20 orders +1 -0',
      '2026-11-21 news +0 -1',
      '2026-11-21 offers +0 -1',
      '2026-11-22 orders +0 -1',
      '2026-11-23 orders +1 -0',
    ]);
  });

  it('count no expiry: who lets it expire ended nothing, by STOP neither, and a renewal is an opt-in', async () => {
    const purposes = acme.purposes.map((each) => ({ ...each, validForDays: 10 }));
    const app: App = { ...acme, purposes };
    await bench.sayTo(app, { phone });
    bench.setNow(noon + 20 * day);
    await bench.sayTo(app, { phone }, { ...own, action: 'revoked', purposes: 'all' });
    bench.setNow(noon + 21 * day);
    await bench.sayTo(app, { phone }, own);
    expect(await counted()).toEqual(['2026-11-20 offers +1 -0', '2026-12-11 offers +1 -0']);
  });

  it('have the day of the app on which it was said, and are those of this app alone', async () => {
    bench.setNow(Date.parse('2026-11-22T05:59:59Z'));
    await bench.sayTo({ ...acme, timeZone: 'America/Mexico_City' }, { phone });
    await bench.sayTo({ ...acme, appId: 'other' }, { phone }, { saidAt: noon });
    expect(await counted()).toEqual(['2026-11-21 offers +1 -0']);
    expect(await counted('other')).toEqual(['2026-11-20 offers +1 -0']);
  });

  it('count purposes whose names objects have already', async () => {
    const flips = { won: ['constructor'], lost: ['valueof'] };
    const entry = { entry: 'u#e', appId: 'acme', charges: [], flips, day: '2026-11-20' };
    await chargeCounter(bench.table, bench.now).addCharges([entry]);
    expect(await counted()).toEqual(['2026-11-20 constructor +1 -0', '2026-11-20 valueof +0 -1']);
  });

  it('of ninety acts on ninety days, which no transaction takes at once', async () => {
    const entries = Array.from({ length: 90 }, (_, n) => ({
      ...{ entry: `u${n}#e`, appId: 'acme', charges: [], flips: { won: ['offers'], lost: [] } },
      day: new Date(noon + n * day).toISOString().slice(0, 10),
    }));
    const counter = chargeCounter(bench.table, bench.now);
    expect((await counter.addCharges(entries)).size).toBe(0);
    expect((await counter.addCharges(entries)).size).toBe(0);
    const days = await appCounts(bench.table).days('acme', '2026-11-20', '2027-02-17');
    expect(days.map(({ purposes }) => purposes[0]?.optIns)).toEqual(Array.from({ length: 90 }, () => 1));
  });
});
