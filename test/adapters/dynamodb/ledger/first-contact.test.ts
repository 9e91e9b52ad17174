import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonRef } from '../../../../lambdas/domain/identity/person.ts';
import type { Errand } from '../../../../lambdas/domain/ledger/errand.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';

const phone = '14155550132';
const bsuid = 'US.13491208655302741918';
const hour = 3_600_000;

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon);
});

const errand = (person: PersonRef, at: number, eventId: string): Errand => ({
  kind: 'first-contact',
  person,
  at,
  eventId,
  source: 'whatsapp-message',
  identifiers: { waId: person.phone, bsuid: person.bsuid },
  locale: 'es',
});

/** A message that asks for the question where it is the first. */
const writes = (person: PersonRef, at: number, eventId = `wamid.${at}`) =>
  bench.ledger.noteInbound(acme, { person, at, eventId, asks: errand(person, at, eventId) });
/** The same of one that has an answer of its own. */
const answered = (person: PersonRef, at: number) =>
  bench.ledger.noteInbound(acme, { person, at, eventId: `wamid.${at}`, asks: 'later' });

async function errands() {
  const { Items = [] } = await bench.table.documents.send(new ScanCommand({ TableName: bench.table.tableName }));
  return Items.filter(({ pk }) => String(pk).startsWith('acme#G#')).map(({ at, reply, locale, src, body }) => ({
    at,
    reply,
    locale,
    src,
    body,
  }));
}

describe('the question of a first contact', () => {
  test('lies beside the ledger once the first message opens the window, and never again', async () => {
    await writes({ phone }, noon);
    const asked = {
      at: noon,
      reply: 'first-contact',
      locale: 'es',
      src: 'whatsapp-message',
      body: { identifiers: { waId: phone } },
    };
    expect(await errands()).toEqual([asked]);
    await writes({ phone }, noon);
    bench.setNow(noon + 100 * hour);
    await writes({ phone }, noon + 100 * hour);
    await writes({ phone }, noon - hour, 'wamid.earlier');
    expect(await errands()).toEqual([asked]);
  });

  test('is asked of somebody whom the business told us of, and not of somebody who wrote before', async () => {
    await bench.say({ phone });
    await writes({ phone }, noon);
    expect(await errands()).toHaveLength(1);
    await bench.hear({ phone: '14155550133' }, noon);
    bench.setNow(noon + 50 * hour);
    await writes({ phone: '14155550133' }, noon + 50 * hour);
    expect(await errands()).toHaveLength(1);
  });

  test('is not asked again when they show another identifier', async () => {
    await writes({ phone }, noon);
    await writes({ phone, bsuid }, noon + 1000);
    expect(await errands()).toHaveLength(1);
  });

  test('waits where the message came after its window had closed, whatever became of the window item', async () => {
    bench.setNow(noon + 24 * hour);
    await writes({ phone }, noon);
    expect(await errands()).toEqual([]);
    await writes({ phone }, noon + 23 * hour);
    expect((await errands()).map(({ at }) => at)).toEqual([noon + 23 * hour]);
    await writes({ phone }, noon + 24 * hour);
    expect(await errands()).toHaveLength(1);
  });

  test('a millisecond before the window closes it is asked', async () => {
    bench.setNow(noon + 24 * hour - 1);
    await writes({ phone }, noon);
    expect(await errands()).toHaveLength(1);
  });

  test('waits behind an act that has an answer of its own, and is given up by one that asks for none', async () => {
    await answered({ phone }, noon);
    await answered({ phone }, noon + 1000);
    expect(await errands()).toEqual([]);
    bench.setNow(noon + 3000);
    await writes({ phone }, noon + 2000);
    expect(await errands()).toHaveLength(1);

    await answered({ phone: '14155550133' }, noon);
    await bench.hear({ phone: '14155550133' }, noon + 1000);
    await writes({ phone: '14155550133' }, noon + 2000);
    expect(await errands()).toHaveLength(1);
  });

  test('of ten messages at once one asks', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => writes({ phone }, noon, `wamid.${index}`)));
    expect(await errands()).toHaveLength(1);
  });

  test.each([
    [0, true, 'due', 'due'],
    [1, false, 'due', 'asked'],
    [1, false, 'asked', 'due'],
    [2, false, 'asked', 'asked'],
  ] as const)(
    '%i asked before two people turn out to be one: asked then %s (%s, %s)',
    async (before, isAsked, a, b) => {
      const as = { due: answered, asked: writes };
      await as[a]({ phone }, noon);
      await as[b]({ bsuid }, noon);
      expect(await errands()).toHaveLength(before);
      bench.setNow(noon + 2000);
      await writes({ phone, bsuid }, noon + 1000);
      await writes({ bsuid }, noon + 2000);
      await writes({ phone }, noon + 2000);
      expect(await errands()).toHaveLength(before + (isAsked ? 1 : 0));
    },
  );

  test('a new holder of the number starts at zero', async () => {
    await writes({ phone, bsuid }, noon);
    bench.setNow(noon + hour);
    await writes({ phone, bsuid: 'US.99991208655302741918' }, noon + hour);
    expect(await errands()).toHaveLength(2);
  });
});

describe('an errand', () => {
  test('is left once for an act and kind, for somebody who is known', async () => {
    await expect(bench.ledger.leaveErrand(acme, errand({ phone }, noon, 'wamid.1'))).rejects.toThrow('known');
    await bench.hear({ phone }, noon);
    const leave = (each: Errand) => bench.ledger.leaveErrand(acme, each);
    await leave(errand({ phone }, noon, 'wamid.1'));
    await leave(errand({ phone }, noon, 'wamid.1'));
    expect(await errands()).toHaveLength(1);
    await leave(errand({ phone }, noon, 'wamid.2'));
    await leave({ ...errand({ phone }, noon, 'wamid.1'), kind: 'opt-in-question' });
    expect(await errands()).toHaveLength(3);
  });
});
