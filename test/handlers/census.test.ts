import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { newCensus } from '../../lambdas/adapters/dynamodb/collection/census-item.ts';
import { homesOfApp } from '../../lambdas/adapters/dynamodb/directory/homes-of-app.ts';
import { recount } from '../../lambdas/adapters/dynamodb/reconcile/recount.ts';
import { placeKey } from '../../lambdas/adapters/dynamodb/table/keys.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import { IdentityConflictError } from '../../lambdas/domain/errors.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { pick, randomSaid, seededRandom, shuffled } from '../model/random-history.ts';
import { counted, countedByHand, tell } from '../support/ledger/counted.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { streamRecord } from '../support/ledger/parcels.ts';
import { failWrites } from '../support/table/refused-writes.ts';
import { rowsWhere } from '../support/table/rows.ts';
import { streamOf } from '../support/table/stream.ts';

const phone = '14155550132';
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
let bench: LedgerBench;
let told = 0;
beforeEach(async () => {
  bench = await ledgerBench();
  told = 0;
  await makeCensus();
});

/** As with an app that is made now. */
const makeCensus = () =>
  bench.table.documents.send(
    new PutCommand({
      TableName: bench.table.tableName,
      Item: { ...newCensus('acme', 1, { since: noon, windows: noon }) },
    }),
  );

/** What the stream has said since the last time. */
async function news(): Promise<DynamoDBRecord[]> {
  const all = await streamOf(bench);
  const fresh = all.slice(told);
  told = all.length;
  return fresh;
}
const drain = async () => expect(await tell(bench, await news())).toEqual([]);

/** `purpose +opted in ?pending -opted out`, of those of whom something is known. */
async function shown(app: App = acme) {
  const census = await counted(bench, app);
  if (census === undefined) return undefined;
  const states = census.purposes.map(({ purposeId, optedIn, pending, optedOut, erased, unconfirmed, neverAsked }) => {
    const others = `${erased > 0 ? ` erased ${erased}` : ''}${unconfirmed > 0 ? ` unconfirmed ${unconfirmed}` : ''}`;
    return `${purposeId} +${optedIn} ?${pending} -${optedOut} (${neverAsked})${others}`;
  });
  return [`people ${census.people}`, ...states, `windows ${census.openWindows}`];
}

describe('the census of an app', () => {
  it('counts everybody where they stand, also for purposes that they never named', async () => {
    await bench.say({ phone });
    await bench.say({ phone: '14155550133' }, { ...own, action: 'revoked', purposes: 'all' });
    await bench.say({ phone: '14155550134' }, { ...own, action: 'revoked', purposes: 'marketing' });
    await bench.hear({ phone: '14155550135' }, noon);
    await drain();
    expect(await shown()).toEqual([
      'people 4',
      'offers +1 ?0 -2 (1)',
      'orders +0 ?0 -1 (3)',
      'news +0 ?0 -2 (2)',
      'windows 1',
    ]);
  });

  it('is read by the settings of the moment: a purpose made after a STOP, and one that becomes marketing', async () => {
    await bench.say({ phone }, { purposes: ['orders'] });
    await bench.say({ phone: '14155550133' }, { ...own, action: 'revoked', purposes: 'all' });
    bench.setNow(noon + minute);
    await bench.say({ phone }, { ...own, action: 'revoked', purposes: 'marketing' });
    await drain();
    const later: App = {
      ...acme,
      purposes: [
        { purposeId: 'orders', name: 'Order updates', category: 'marketing' },
        { purposeId: 'tips', name: 'Tips', category: 'utility' },
      ],
    };
    expect(await shown()).toContain('orders +1 ?0 -1 (0)');
    expect(await shown(later)).toEqual(['people 2', 'orders +0 ?0 -2 (0)', 'tips +0 ?0 -1 (1)', 'windows 0']);
    expect(await counted(bench, later)).toEqual(await countedByHand(bench, later));
  });

  it('knows of a request that it lapses, with nothing written: what stood before stands again', async () => {
    await bench.say({ phone }, { action: 'requested' });
    await bench.say({ phone: '14155550133' }, { ...own, action: 'revoked', saidAt: noon - day });
    await bench.say({ phone: '14155550133' }, { action: 'requested' });
    await bench.say({ phone: '14155550134' }, { action: 'requested' });
    await bench.say({ phone: '14155550134' }, { ...own, saidAt: noon + 1000 });
    await drain();
    expect(await shown()).toContain('offers +1 ?2 -0 (0)');
    bench.setNow(noon + day - 1);
    expect(await shown()).toContain('offers +1 ?2 -0 (0)');
    bench.setNow(noon + day);
    expect(await shown()).toContain('offers +1 ?0 -1 (0) unconfirmed 1');
    await bench.say({ phone: '14155550135' });
    await drain();
    expect(await shown()).toContain('offers +2 ?0 -1 (0) unconfirmed 1');
  });

  it('counts an expired yes as the yes that it was: expiry is no act', async () => {
    await bench.say({ phone });
    await drain();
    bench.setNow(noon + 400 * day);
    const app: App = { ...acme, purposes: acme.purposes.map((each) => ({ ...each, validForDays: 10 })) };
    expect(await shown(app)).toContain('offers +1 ?0 -0 (0)');
  });

  it('counts two who turn out to be one once, a number that changes hands with both, and nobody without an identifier', async () => {
    await bench.say({ phone });
    await bench.say({ bsuid: 'US.X1' }, { ...own, purposes: ['news'] });
    await drain();
    expect(await shown()).toEqual([
      'people 2',
      'offers +1 ?0 -0 (1)',
      'orders +0 ?0 -0 (2)',
      'news +1 ?0 -0 (1)',
      'windows 0',
    ]);
    bench.setNow(noon + minute);
    await bench.hear({ phone, bsuid: 'US.X1' }, bench.now());
    await drain();
    expect(await shown()).toEqual([
      'people 1',
      'offers +1 ?0 -0 (0)',
      'orders +0 ?0 -0 (1)',
      'news +1 ?0 -0 (0)',
      'windows 1',
    ]);
    bench.setNow(noon + 2 * minute);
    await bench.hear({ phone, bsuid: 'US.X2' }, bench.now());
    await drain();
    expect(await counted(bench, acme)).toEqual(await countedByHand(bench, acme));
    expect((await shown())?.[0]).toBe('people 2');
  });

  it('says nothing while not everybody is counted, and all of it after a recount, which may be repeated', async () => {
    await bench.say({ phone });
    const before = await news();
    await bench.table.documents.send(
      new PutCommand({ TableName: bench.table.tableName, Item: { ...newCensus('acme', 2, { windows: noon }) } }),
    );
    expect(await tell(bench, before)).toEqual([]);
    expect(await shown()).toBeUndefined();
    await bench.say({ phone: '14155550133' });
    for (const _time of [1, 2]) {
      bench.setNow(bench.now() + 1);
      expect(await recount(bench.table, 'acme', bench.now)).toBe(2);
      expect(await shown()).toEqual([
        'people 2',
        'offers +2 ?0 -0 (0)',
        'orders +0 ?0 -0 (2)',
        'news +0 ?0 -0 (2)',
        'windows undefined',
      ]);
    }
    expect(await tell(bench, before)).toEqual([]);
    await drain();
    bench.setNow(noon + day + minute);
    expect(await shown()).toEqual([
      'people 2',
      'offers +2 ?0 -0 (0)',
      'orders +0 ?0 -0 (2)',
      'news +0 ?0 -0 (2)',
      'windows 0',
    ]);
  });

  it('is right after a recount also where more was counted than there is, as after a restore', async () => {
    await bench.say({ phone });
    const [home] = (await rowsWhere(bench.table, /^acme#[^#]{22}$/)).filter(({ sk }) => sk === 'S');
    expect(await tell(bench, [streamRecord({ ...home, v: 9, c: {} }, 1)])).toEqual([]);
    expect((await shown())?.[1]).toBe('offers +0 ?0 -0 (1)');
    await recount(bench.table, 'acme', bench.now);
    expect((await shown())?.[1]).toBe('offers +1 ?0 -0 (0)');
  });

  it('counts all where two runs count a busy app at once', async () => {
    const item = (n: number) => ({
      pk: placeKey('acme', `${n}`.padStart(22, '0')).pk,
      sk: 'S',
      v: 1,
      u: `u${n}`,
      n: 1,
    });
    const home = (n: number) => ({ ...item(n), hash: 'x', cr: noon, ph: '16505551234', c: { offers: 'G3t8|1|0' } });
    const run = (from: number) =>
      tell(
        bench,
        Array.from({ length: 180 }, (_, n) => streamRecord(home(from + n), n + 1)),
      );
    expect(await Promise.all([run(0), run(180)])).toEqual([[], []]);
    expect((await shown())?.slice(0, 2)).toEqual(['people 360', 'offers +360 ?0 -0 (0)']);
  });

  it('is taken page by page: nobody is left out where a page is full', async () => {
    for (let n = 0; n < 60; n += 1) await bench.say({ phone: `1415555${1000 + n}` });
    const homes = [];
    for await (const page of homesOfApp(bench.table, 'acme', 2)) homes.push(...page);
    expect(new Set(homes.map(({ subject }) => subject.phone)).size).toBe(60);
  });

  it('ends a recount by a write like any other: who counts meanwhile begins again', async () => {
    await recount(bench.table, 'acme', bench.now);
    const [census] = (await rowsWhere(bench.table, /^acme#K$/)).filter(({ sk }) => sk === 'people');
    expect(census).toMatchObject({ n: 1, since: noon });
  });

  it('says nothing of what no count can be', async () => {
    const item = { ...newCensus('acme', 3, { since: noon, windows: noon }), c: { people: 1, '= offers opted-in': 2 } };
    await bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item: item }));
    expect(await shown()).toBeUndefined();
  });
});

describe('windows that are open', () => {
  const opened = async () => (await counted(bench, acme))?.openWindows;

  it('count until the quarter of an hour in which they end, moved by each message, whatever the TTL does', async () => {
    bench.setNow(noon + 7 * minute);
    await bench.hear({ phone }, bench.now());
    await drain();
    bench.setNow(noon + 5 * hour);
    await bench.hear({ phone: '14155550133' }, bench.now());
    await bench.hear({ phone }, bench.now());
    await bench.hear({ phone }, noon + hour);
    await drain();
    expect(await opened()).toBe(2);
    bench.setNow(noon + day + 8 * minute);
    expect(await opened()).toBe(2);
    bench.setNow(noon + day + 5 * hour - 1);
    expect(await opened()).toBe(2);
    bench.setNow(noon + day + 5 * hour);
    expect(await opened()).toBe(0);
    const [item] = (await rowsWhere(bench.table, /^acme#[^#]{22}$/)).filter(({ sk }) => sk === 'W');
    const gone = { ...streamRecord({ ...item }, '9'.repeat(30)), eventName: 'REMOVE' };
    const byTtl = { ...gone, userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } };
    const { NewImage, ...rest } = gone.dynamodb ?? {};
    const record = { ...byTtl, dynamodb: { ...rest, OldImage: NewImage } } as DynamoDBRecord;
    expect(await tell(bench, [record])).toEqual([]);
    expect(await opened()).toBe(0);
  });

  it('of a former number of the app count no more', async () => {
    await bench.hear({ phone }, noon);
    bench.setNow(noon + hour);
    await bench.hear({ phone: '14155550133' }, bench.now());
    await drain();
    expect((await counted(bench, { ...acme, numberSince: noon + hour }))?.openWindows).toBe(1);
  });
});

/* Whatever happens to people, and however the stream tells it: what is counted is what is there. */
const histories = Number(process.env.HISTORIES ?? 5);
const seed = Number(process.env.SEED ?? 20261156);

const phones = ['14155550101', '14155550102', '14155550103', '14155550104'];
const bsuids = ['US.X1', 'US.X2', 'US.X3'];

async function randomAct(random: () => number, n: number): Promise<unknown> {
  const [known, named] = [pick(random, phones), pick(random, bsuids)];
  const roll = random();
  const person: PersonRef =
    roll < 0.5 ? { phone: known } : roll < 0.7 ? { bsuid: named } : { phone: known, bsuid: named };
  const at = bench.now() - Math.floor(random() * 3 * day);
  const eventId = `act-${n}`;
  const kind = random();
  if (kind < 0.6) {
    const { action, purposes, level } = randomSaid(random, 1);
    if (action === 'erased') return undefined;
    const isOwn = random() < 0.6 || level === 3 || person.bsuid !== undefined;
    const act = { action, purposes, level: isOwn ? 3 : level, saidAt: at, eventId, provider: isOwn } as const;
    return bench.say(person, { ...act, source: isOwn ? 'whatsapp-message' : 'paper' });
  }
  if (kind < 0.85) return bench.hear(person, random() < 0.5 ? bench.now() : at, eventId);
  if (kind < 0.9)
    return bench.ledger.recordSuppression(acme, {
      ...{ person, at, eventId, evidence: {}, source: 'whatsapp-message', reason: 'ambiguous-stop', lift: false },
    });
  const becomes = {
    phone: pick(
      random,
      phones.filter((each) => each !== known),
    ),
  };
  return bench.ledger.changeIdentifiers(acme, { person: { phone: known }, becomes, at, eventId, evidence: {} });
}

/** Tells what is new badly: in any batches and any order, some twice, some from long ago, and fails in between. */
async function tellBadly(random: () => number, all: readonly DynamoDBRecord[], fresh: readonly DynamoDBRecord[]) {
  const poison = streamRecord({ ...placeKey('acme', 'x'.repeat(22)), v: 1, u: 'u', n: 'no number' }, 1);
  const again = all.filter(() => random() < 0.2);
  let left: readonly DynamoDBRecord[] = shuffled(random, [...fresh, ...again, poison]);
  while (left.length > 0) {
    const batch = left.slice(0, 1 + Math.floor(random() * 12));
    if (random() < 0.2) failWrites(bench.table, (input) => input.includes('#K'), 1);
    const givenBack = await tell(bench, batch);
    left = givenBack.length > 0 ? shuffled(random, left) : left.slice(batch.length);
  }
  failWrites(bench.table, () => false, 0);
}

it(
  `is what is there, after each of ${histories} histories (seed ${seed})`,
  async () => {
    const later: App = {
      ...acme,
      purposes: [...acme.purposes, { purposeId: 'tips', name: 'Tips', category: 'marketing' }],
    };
    for (let n = 0; n < histories; n += 1) {
      bench = await ledgerBench();
      [told] = [0];
      await makeCensus();
      const random = seededRandom(seed + n);
      let time = noon;
      for (let step = 0; step < 4; step += 1) {
        for (let act = 0; act < 6; act += 1) {
          time += Math.floor(random() * 5 * hour);
          bench.setNow(time);
          await randomAct(random, step * 10 + act).catch((error: unknown) => {
            if (!(error instanceof IdentityConflictError)) throw error;
          });
        }
        const fresh = await news();
        if (random() < 0.25) {
          // Everybody is counted anew while a part of it is told; now and then that breaks off and is run again.
          const again = async (): Promise<unknown> => recount(bench.table, 'acme', bench.now).catch(again);
          const part = fresh.filter(() => random() < 0.5);
          await Promise.all([tellBadly(random, [], part), again()]);
        }
        await tellBadly(random, await streamOf(bench), fresh);
        const recounted = (await counted(bench, acme))?.openWindows === undefined;
        for (const app of [acme, later]) {
          const byHand = await countedByHand(bench, app);
          const expected = recounted ? { ...byHand, openWindows: undefined } : byHand;
          expect(await counted(bench, app), `seed ${seed + n}, step ${step}`).toEqual(expected);
        }
      }
    }
  },
  30_000 + 5_000 * histories,
);
