import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../../../lambdas/adapters/dynamodb/admin/audit-store.ts';
import { callHookStore } from '../../../lambdas/adapters/dynamodb/admin/call-hook-store.ts';
import { keyStore } from '../../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { logoStore } from '../../../lambdas/adapters/dynamodb/admin/logo-store.ts';
import { appCensus } from '../../../lambdas/adapters/dynamodb/collection/app-census.ts';
import { censusCounter } from '../../../lambdas/adapters/dynamodb/collection/census-counter.ts';
import { newCensus } from '../../../lambdas/adapters/dynamodb/collection/census-item.ts';
import { chargeCounter } from '../../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { eventPeople } from '../../../lambdas/adapters/dynamodb/directory/event-people.ts';
import { eventRows } from '../../../lambdas/adapters/dynamodb/directory/event-rows.ts';
import { mustBeKeyOfTable } from '../../../lambdas/adapters/dynamodb/directory/key-check.ts';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { orderOfState } from '../../../lambdas/adapters/dynamodb/entries/counted-change.ts';
import { parcelFor } from '../../../lambdas/adapters/dynamodb/entries/parcel.ts';
import { asideTokens } from '../../../lambdas/adapters/dynamodb/events/aside-tokens.ts';
import { eventOutbox } from '../../../lambdas/adapters/dynamodb/events/event-outbox.ts';
import { inboundEvents } from '../../../lambdas/adapters/dynamodb/events/inbound-events.ts';
import { openedWindowParcel } from '../../../lambdas/adapters/dynamodb/events/opened-window.ts';
import { lanesOf } from '../../../lambdas/adapters/dynamodb/events/parse-tokens.ts';
import { asideShelf, keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { adPointsKey } from '../../../lambdas/adapters/dynamodb/table/app-keys.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { consumers } from '../../../lambdas/contract/consumers.ts';
import { logoLimits } from '../../../lambdas/domain/brand/brand.ts';
import { mostAdPoints } from '../../../lambdas/domain/collection/ad-point.ts';
import { presets } from '../../../lambdas/domain/telephone/call-mapping.ts';
import type { CountedChange } from '../../../lambdas/use-cases/collection/ports.ts';
import { publishLanes } from '../../../lambdas/use-cases/events/publish-events.ts';
import { peopleByNumber } from '../../../lambdas/use-cases/gupshup/people-by-number.ts';
import { hearTemplateEvent } from '../../../lambdas/use-cases/templates/hear-template-event.ts';
import { refreshTemplates } from '../../../lambdas/use-cases/templates/refresh-templates.ts';
import {
  type GateBench,
  gateBench,
  type LoopbackMeta,
  loopbackMeta,
  template,
  text,
} from '../../support/gate/gate-bench.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { notingQueue, sqsRecord } from '../../support/ledger/parcels.ts';
import { testPrompt } from '../../support/ledger/prompts.ts';
import { startAfter } from '../../support/ledger/start-after.ts';
import { testChoice, testPoint, testText, testToken } from '../../support/pages/collection.ts';
import { promised } from '../../support/promised.ts';
import { streamOf } from '../../support/table/stream.ts';

/** Exact figures: the same on every machine, so any extra unit or request fails here. AWS also charges refused writes; the emulator reports none. */
const measured: { operation: string; requests: number; rru: number; wru: number }[] = [];

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

afterAll(() => console.table(measured));

/** What an operation consumed, which is what docs/table.md says of it under this name. */
async function figure(operation: string, run: () => Promise<unknown>) {
  const units = await bench.measure(run);
  measured.push({ operation, ...units });
  expect(promised('docs/table.md', `| ${operation} | {n} | {n} | {n} |`)).toEqual([
    units.requests,
    units.rru,
    units.wru,
  ]);
  return units;
}

const phone = '14165550132';
const bsuid = 'CA.13491208655302741918';
const minute = 60_000;

describe('events', () => {
  /** What reaches the table once an act is told; queues and bus are not the table's. */
  const world = () => {
    const queue = notingQueue();
    const outbox = eventOutbox({ table: bench.table, queues: { withdrawals: queue, events: queue }, now: bench.now });
    const publish = (names: boolean) =>
      publishLanes(
        {
          rows: eventRows(bench.table, bench.now),
          apps: { find: async () => ({ ...acme, events: { identifiers: names } }) },
          people: eventPeople(bench.table),
          bus: { put: async (events) => events.map(() => ({ outcome: 'taken' }) as const) },
          endpoints: { listening: async () => [] },
          deliveries: { owe: async () => undefined },
          aside: asideTokens(queue),
          now: bench.now,
        },
        lanesOf(queue.taken.splice(0).map((parcel) => sqsRecord(parcel, 'm'))).lanes,
      );
    return { outbox, publish };
  };
  const toldOf = async () => {
    const records = await streamOf(bench);
    const told = records.flatMap((record) => [
      parcelFor(consumers.events, record),
      openedWindowParcel(record, bench.now()),
    ]);
    return told.filter((parcel) => parcel !== undefined);
  };

  test('of an act cost a row when they are told, a read and a mark when they are published, and reads of who it is', async () => {
    const { outbox, publish } = world();
    await bench.say({ phone });
    const told = await toldOf();
    await figure('an act, told: its event row', () => outbox.send(told));
    await figure('an act, told again', () => outbox.send(told));
    await figure('an act, published', () => publish(false));
    await bench.say({ phone }, { action: 'revoked', eventId: 'no' });
    await outbox.send((await toldOf()).slice(-1));
    await figure('an act, published with the person\u2019s number', () => publish(true));
  });

  test('of an opened window and of a message cost no more', async () => {
    const { outbox, publish } = world();
    await bench.hear({ phone }, noon);
    await outbox.send((await toldOf()).filter(({ key }) => key.startsWith('W')));
    await figure('an opened window, published', () => publish(false));
    const events = inboundEvents(bench.table, identifierKey, bench.now);
    const app = { ...acme, events: { messages: true } };
    await figure('a message, told', () => events.message(app, heardMessage));
    expect(await bench.measure(() => events.message(acme, heardMessage))).toMatchObject({ requests: 0 });
  });
  const heardMessage = {
    event: 'message',
    channel: 'whatsapp',
    receivedBy: '106540352242922',
    person: { phone },
    received: { waId: phone },
    at: noon,
    part: {},
    messageId: 'wamid.1',
    text: 'Hola',
    forwarded: false,
    opensWindow: true,
  } as const;
});

describe('a cold start', () => {
  test('costs one read, of the check value or, where a function has no identifier key, of an API key', async () => {
    await mustBeKeyOfTable(bench.table, identifierKey, { keeps: true });
    const whose = () => mustBeKeyOfTable(bench.table, Promise.resolve(identifierKey), { keeps: false });
    const one = { requests: 1, rru: 1, wru: 0 };
    expect(await figure("cold start, whether the identifier key is the table's", whose)).toEqual(one);
    const nobodys = () => keyStore(bench.table).find('none');
    expect(await figure('cold start of the authorizer, a key that nobody has', nobodys)).toEqual(one);
  });
});

describe('inbound messages', () => {
  test('a message in an open window costs one request and one write unit by every identifier of a linked person', async () => {
    bench.setNow(noon + 10 * minute);
    await bench.hear({ phone, bsuid }, noon);
    await bench.hear({ bsuid }, noon + 1 * minute);
    const one = { requests: 1, rru: 0, wru: 1 };
    expect(await figure('inbound, window open, by wa_id', () => bench.hear({ phone }, noon + 2 * minute))).toEqual(one);
    expect(
      await figure('inbound, window open, by both identifiers', () => bench.hear({ phone, bsuid }, noon + 3 * minute)),
    ).toEqual(one);
    expect(await figure('inbound, window open, by BSUID', () => bench.hear({ bsuid }, noon + 4 * minute))).toEqual(one);
  });

  test('a duplicate or an older message is refused by the one request that it costs', async () => {
    await bench.hear({ phone, bsuid }, noon);
    expect(await figure('inbound, duplicate', () => bench.hear({ phone, bsuid }, noon))).toEqual({
      requests: 1,
      rru: 0,
      wru: 0,
    });
  });

  test('a message that opens the window of a known person costs at most three requests', async () => {
    await bench.hear({ phone }, noon - 1 * minute);
    await forgetWindow();
    expect(await figure('inbound that opens a window', () => bench.hear({ phone }, noon))).toEqual({
      requests: 3,
      rru: 1,
      wru: 2,
    });
  });
});

describe('a first contact', () => {
  const asks = {
    kind: 'first-contact',
    person: { phone },
    at: noon,
    eventId: 'wamid.1',
    source: 'whatsapp-message',
    identifiers: { waId: phone },
  } as const;

  test('costs two write units more where it is asked about, in the same request', async () => {
    const first = (more: object) =>
      bench.ledger.noteInbound(acme, { person: { phone }, at: noon, eventId: 'wamid.1', ...more });
    const plain = await figure('first message ever', () => first({}));
    bench = await ledgerBench();
    const asked = await figure('first message ever, asked about', () => first({ asks }));
    expect(asked).toEqual({ ...plain, wru: plain.wru + 2 });
  });

  test('its question is kept, and found again with whoever pressed', async () => {
    const prompts = promptStore(bench.table, bench.now);
    await bench.hear({ phone }, noon);
    expect(
      await figure('question of a first contact kept', async () => {
        await prompts.mayAsk('acme', ['AAAAAAAAAAA'], 'entry');
        await prompts.create(testPrompt(1, 'AAAAAAAAAAA'));
      }),
    ).toEqual({ requests: 2, rru: 0, wru: 2 });
    expect(
      await figure('prompt looked up, and who pressed', async () => {
        await prompts.recall(testPrompt(1, '').code);
        await bench.ledger.subjectsOf(acme, { phone }, noon);
      }),
    ).toEqual({ requests: 2, rru: 2, wru: 0 });
  });
});

describe('a call on the telephone', () => {
  const call = (eventId: string) =>
    bench.ledger.recordCall(acme, {
      ...{ person: { phone }, at: noon, eventId },
      evidence: { callId: eventId, identifiers: { phone: `+${phone}` }, pointId: testPoint(1).pointId },
    });

  test('is an entry, and its welcome a claim and a prompt', async () => {
    await figure('missed call, first ever', () => call('call:1'));
    await figure('missed call, told again', () => call('call:1'));
    await figure('missed call of a known person', () => call('call:2'));
    const prompts = promptStore(bench.table, bench.now);
    await figure('welcome kept', async () => {
      await prompts.mayWelcome('acme', ['AAAAAAAAAAA'], 'entry');
      await prompts.create(testPrompt(1, 'AAAAAAAAAAA'));
    });
  });

  test('comes to a point that is read each time, and to a secret address by one read', async () => {
    await pointStore(bench.table).create(testPoint(1));
    await figure('point of a call', () => pointStore(bench.table).find(testToken(1)));
    const hooks = callHookStore(bench.table);
    const { secret } = await hooks.create({
      ...{ appId: 'acme', provider: 'exotel', mapping: presets.exotel, createdAt: noon },
    });
    await figure('secret address of calls', () => hooks.authenticate('acme', secret, noon));
  });
});

describe('what a provider says by itself', () => {
  const told = { person: { phone }, at: noon, source: 'messaging-provider', evidence: {} } as const;

  test('is an entry, whatever it counts for', async () => {
    const yes = () => bench.ledger.recordForeignOptIn(acme, { ...told, eventId: 'told:1' });
    await figure('foreign opt-in, first ever', yes);
    await figure('foreign opt-in, told again', yes);
    bench = await ledgerBench();
    const no = { action: 'revoked', purposes: 'all', level: 2, provider: true, eventId: 'told:2' } as const;
    await figure('no that a provider reports, first ever', () => bench.say({ phone }, { ...no, source: told.source }));
  });

  test('programs made for Gupshup find their app, and list people by number', async () => {
    await appStore(bench.table, bench.now).create(acme);
    await figure('app of a name at Gupshup', () => appStore(bench.table, bench.now).find('acme'));
    const deps = { directory: userDirectory(bench.table), now: bench.now, timeLeft: () => 10_000 };
    await figure('people by number, nobody there', () => peopleByNumber(deps, acme, {}));
  });
});

describe('statements', () => {
  test('the first opt-in ever', async () => {
    expect(await figure('first-ever opt-in, 1 purpose', () => bench.say({ phone }))).toEqual({
      requests: 2,
      rru: 1,
      wru: 4 + 1 + 2,
    });
  });

  test('a known person: 4 and 2 for each purpose that flips; without a flip 4', async () => {
    await bench.say({ phone });
    const later = async (minutes: number, name: string, statement: Parameters<LedgerBench['say']>[1]) => {
      bench.setNow(noon + minutes * minute);
      return figure(name, () => bench.say({ phone }, statement));
    };
    expect(await later(1, 'opt-in, 2 purposes flip', { purposes: ['news', 'orders'] })).toEqual({
      requests: 2,
      rru: 1,
      wru: 4 + 4,
    });
    expect(await later(2, 'opt-in repeated, no flip', {})).toEqual({ requests: 2, rru: 1, wru: 4 });
    expect(await later(3, 'opt-out of one purpose', { action: 'revoked' })).toEqual({
      requests: 2,
      rru: 1,
      wru: 4 + 2 + 2,
    });
    expect(await later(4, 'opt-out of all, 2 flip', { action: 'revoked', purposes: 'all' })).toEqual({
      requests: 2,
      rru: 1,
      wru: 4 + 4 + 2,
    });
    expect(await later(5, 'opt-out again, no flip', { action: 'revoked', purposes: 'all' })).toEqual({
      requests: 2,
      rru: 1,
      wru: 4,
    });
  });

  test('START costs what it costs after one request also after twenty, and reads no ledger (a thousand: capacity-at-length.test.ts)', async () => {
    const start = (requests: number) => startAfter(bench, `1415555020${requests % 10}`, requests);
    const cost = { requests: 2, rru: 1, wru: 4 + 4 };
    expect(await figure('START after 1 requests, 2 flip', await start(1))).toEqual(cost);
    expect(await bench.measure(await start(20))).toEqual(cost);
  });

  test('a stop of marketing rewrites its rows, marks and all, and START after it reads no ledger', async () => {
    await bench.say({ phone }, { purposes: ['offers', 'orders'] });
    const later = async (minutes: number, name: string, statement: Parameters<LedgerBench['say']>[1]) => {
      bench.setNow(noon + minutes * minute);
      return figure(name, () => bench.say({ phone }, statement));
    };
    const own = { provider: true, level: 3, source: 'whatsapp-message' } as const;
    const noMore = { ...own, action: 'revoked', purposes: 'marketing' } as const;
    expect(await later(1, 'stop of marketing, 2 rows', noMore)).toEqual({ requests: 2, rru: 1, wru: 4 + 4 + 2 });
    // Its time on the rows is that of the latest.
    expect(await later(2, 'stop of marketing again', noMore)).toEqual({ requests: 2, rru: 1, wru: 4 + 4 });
    const stop = { ...own, action: 'revoked', purposes: 'all' } as const;
    expect(await later(3, 'opt-out of all after it', stop)).toEqual({ requests: 2, rru: 1, wru: 4 + 4 + 2 });
    const start = { ...own, action: 'resumed', purposes: 'all' } as const;
    expect(await later(4, 'START, 2 flip', start)).toEqual({ requests: 2, rru: 1, wru: 4 + 4 });
  });

  test('an act by another identifier than the first known costs one request more', async () => {
    await bench.say({ phone, bsuid }, { provider: true });
    bench.setNow(noon + minute);
    expect(await figure('opt-in by the other identifier', () => bench.say({ bsuid }))).toEqual({
      requests: 3,
      rru: 2,
      wru: 4,
    });
  });

  test('a caller who names number and BSUID of a stranger marks both, and pays for it once', async () => {
    const both = { phone, bsuid };
    expect(await figure('first-ever opt-in that reports a pair', () => bench.say(both))).toEqual({
      requests: 3,
      rru: 2,
      wru: 4 + 1 + 2 + 2,
    });
    bench.setNow(noon + minute);
    expect(await figure('opt-in that reports it again', () => bench.say(both))).toEqual({
      requests: 3,
      rru: 2,
      wru: 4,
    });
  });

  test('a retry is refused and gets the first answer without another read', async () => {
    await bench.say({ phone }, { eventId: 'e-1' });
    expect(await figure('retry of a statement', () => bench.say({ phone }, { eventId: 'e-1' }))).toEqual({
      requests: 2,
      rru: 1,
      wru: 0,
    });
  });
});

describe('the undo of an import, and suppressions', () => {
  const imported = { source: 'import', batch: 'imp_1', evidence: { batch: 'imp_1' } } as const;
  const undo = { ...imported, action: 'annulled', saidAt: noon, eventId: 'undo' } as const;
  const brake = (lift: boolean, more: object = {}) =>
    bench.ledger.recordBrake(acme, {
      ...{ person: { phone }, lift, scope: lift ? undefined : 'all', source: 'api', eventId: `${lift}` },
      ...{ evidence: { operator: 'ana', text: 'Ticket 4411' }, ...more },
    });

  test('an import that is undone reads the history of each person once', async () => {
    const { userId } = await bench.say({ phone }, imported);
    const undone = () => bench.say({ userId }, undo);
    expect(await figure('undo of an imported opt-in, 1 flips', undone)).toEqual({ requests: 3, rru: 2, wru: 8 });
    expect(await figure('undo of an imported opt-in, again', undone)).toEqual({ requests: 2, rru: 1, wru: 0 });
    const late = () => bench.say({ phone }, { ...imported, eventId: 'late' });
    expect(await figure('imported opt-in that was undone', late)).toEqual({
      requests: 2,
      rru: 1,
      wru: 4,
    });
  });

  test('a suppression costs what an opt-out costs, and so does its lift without a withdrawal row', async () => {
    await bench.say({ phone }, { purposes: ['offers', 'orders'] });
    expect(await figure('suppression of everything, 2 rows', () => brake(false))).toEqual({
      requests: 2,
      rru: 1,
      wru: 10,
    });
    expect(await figure('suppression, again', () => brake(false))).toEqual({ requests: 2, rru: 1, wru: 0 });
    bench.setNow(noon + minute);
    expect(await figure('lift of it, 2 rows', () => brake(true))).toEqual({ requests: 2, rru: 1, wru: 8 });
    bench.setNow(noon + 2 * minute);
    const marketing = () => brake(false, { scope: 'marketing', eventId: 'marketing' });
    expect(await figure('suppression of marketing, 2 rows, 1 of them marketing', marketing)).toEqual({
      requests: 2,
      rru: 1,
      wru: 10,
    });
  });
});

describe('templates', () => {
  const [wabaId, language] = ['102290129340398', 'en_US'];
  const named = (name: string) => ({ wabaId, name, language });
  const hear = (name: string, at: number) => () =>
    hearTemplateEvent(templateStore(bench.table), {
      ...{ template: named(name), at, heardAt: noon, eventId: `${name} ${at}` },
      facts: { status: 'approved', category: 'utility' },
    });

  test('a template beside a check is one strong read, those of many questions are one request', async () => {
    for (const name of ['one', 'two']) await hear(name, noon)();
    const templates = templateStore(bench.table);
    const one = () => templates.find(named('one'));
    expect(await figure('template beside a check', one)).toEqual({ requests: 1, rru: 1, wru: 0 });
    const two = () => templates.findMany([named('one'), named('two'), named('one')]);
    expect(await figure('templates beside a bulk check, two', two)).toEqual({ requests: 1, rru: 2, wru: 0 });
  });

  test('an event is read and written with its entry, once', async () => {
    await hear('one', noon)();
    const next = hear('one', noon + minute);
    expect(await figure('event about a template', next)).toEqual({ requests: 2, rru: 1, wru: 4 });
    expect(await figure('event about a template, again', next)).toEqual({ requests: 2, rru: 1, wru: 0 });
  });

  test('a template that is as it was is written for the time of the reading', async () => {
    const templates = templateStore(bench.table);
    const facts = { status: 'approved', category: 'utility', coming: { category: 'none' } } as const;
    const page = async () => ({ templates: [{ name: 'one', language, facts }], unreadable: 0 });
    const read = (now: number) => refreshTemplates({ templates, metaTemplates: { page }, now: () => now }, wabaId);
    await read(noon);
    const [template] = await templates.all(wabaId);
    const all = async () => (template === undefined ? [] : [template]);
    const lists = { ...templates, all, allWords: async () => [] };
    const again = () =>
      refreshTemplates({ templates: lists, metaTemplates: { page }, now: () => noon + minute }, wabaId);
    expect(await figure('template read from Meta, unchanged', again)).toEqual({ requests: 1, rru: 0, wru: 2 });
  });
});

describe('decisions', () => {
  test('a check by the identifier first known costs one request, by another two', async () => {
    await bench.say({ phone, bsuid }, { provider: true });
    const check = (person: Parameters<LedgerBench['say']>[0]) => () => bench.people.find('acme', person, noon);
    expect(await figure('check by the first-known identifier', check({ phone }))).toEqual({
      requests: 1,
      rru: 1,
      wru: 0,
    });
    expect(await figure('check by another identifier', check({ bsuid }))).toEqual({ requests: 2, rru: 2, wru: 0 });
  });

  test('a hundred people cost one request by number, one more by other identifiers, and one more for their windows', async () => {
    const hundred = Array.from({ length: 100 }, (_, index) => ({
      phone: `1415555${1000 + index}`,
      bsuid: `US.${index}`,
    }));
    for (const person of hundred) await bench.say(person, { provider: true });
    const byNumber = hundred.map((person) => ({ phone: person.phone }));
    const byBsuid = hundred.map((person) => ({ bsuid: person.bsuid }));
    const bulk = (asked: typeof byNumber | typeof byBsuid, windows: boolean) => () =>
      bench.people.findMany('acme', asked, windows);
    expect(await figure('bulk check of 100, template', bulk(byNumber, false))).toEqual({
      requests: 1,
      rru: 100,
      wru: 0,
    });
    expect(await figure('bulk check of 100, free-form', bulk(byNumber, true))).toMatchObject({ requests: 2, wru: 0 });
    expect(await figure('bulk check of 100 by BSUID, template', bulk(byBsuid, false))).toEqual({
      requests: 2,
      rru: 200,
      wru: 0,
    });
    expect(await figure('bulk check of 100 by BSUID, free-form', bulk(byBsuid, true))).toMatchObject({
      requests: 3,
      wru: 0,
    });
  });
});

describe('ways in that people see', () => {
  test('a page costs half a read unit, once the notice is remembered, and a visit one write unit', async () => {
    const [points, notices] = [pointStore(bench.table), noticeStore(bench.table)];
    await points.create(testPoint(1));
    await noticeStore(bench.table).publish({
      ...{ appId: 'acme', noticeId: 'spring', profile: 'strict', texts: [testText()], warnings: [] },
      ...{ publishedAt: noon, publishedBy: 'key_1' },
    });
    const page = () => Promise.all([points.find(testToken(1)), notices.find('acme', 'spring', 1)]);
    expect(await figure('page, the first of a function', page)).toEqual({ requests: 2, rru: 1.5, wru: 0 });
    expect(await figure('page, once its notice is remembered', page)).toEqual({ requests: 1, rru: 0.5, wru: 0 });
    const visit = (day: string) => () => points.countVisit(testToken(1), ['clicks', 'shown'], day);
    const one = { requests: 1, rru: 0, wru: 1 };
    expect(await figure('visit by link or QR code', visit('2026-11-20'))).toEqual(one);
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) await visit(day)();
    expect(await figure('visit, the first of a day', visit('2026-11-24'))).toEqual({ requests: 3, rru: 0, wru: 3 });
    expect(await figure('page opened by its own address', visit('2026-11-24'))).toEqual(one);
  });

  test('an act that is kept in the audit list costs two requests more, a link to an audience one', async () => {
    const audit = auditStore(bench.table, () => noon);
    const note = { by: 'key_aaaaaaaaaaaaaaaa', operation: 'createKey', requestId: 'JKJaXmPLvHcESHA=' };
    const act = async () => (await audit.open(note)).close({ status: 201, target: 'key_bbbbbbbbbbbbbbbb' });
    expect(await figure('act kept in the audit list, besides itself', act)).toEqual({ requests: 2, rru: 0, wru: 2 });
    const link = () => audit.open({ ...note, operation: 'getExport' }, { status: 200 });
    expect(await figure('links to an audience, kept in the audit list', link)).toEqual({ requests: 1, rru: 0, wru: 1 });
  });

  test('what is kept aside costs a write more for the list of what waits, and looking at that list four requests', async () => {
    const [aside, shelf] = [keptAside(bench.table, bench.now), asideShelf(bench.table)];
    const part = { field: 'messages', phoneNumberId: '1', item: { text: { body: 'STOP' } } };
    expect(await figure('message kept aside', () => aside.keep('unknown-number', part))).toEqual({
      ...{ requests: 1, rru: 0, wru: 2 },
    });
    const list = async () => {
      for (const id of (await shelf.waiting(50)).ids) await shelf.find(id);
    };
    expect(await figure('list of what waits, one message', list)).toEqual({ requests: 5, rru: 3, wru: 0 });
    const [id = ''] = (await shelf.waiting(1)).ids;
    await shelf.remove(id);
    expect(await figure('list of what waits, none', list)).toEqual({ requests: 4, rru: 2, wru: 0 });
  });

  test('a logo costs by its size when it is set and when a function first serves it, and then nothing', async () => {
    const bytes = new Uint8Array(logoLimits.bytes).fill(1);
    const logo = { hash: 'h'.repeat(43), type: 'image/png', width: 512, height: 512, bytes } as const;
    const logos = logoStore(bench.table);
    expect(await figure('logo of 24 KB, kept', () => logos.keep(logo))).toEqual({ requests: 1, rru: 0, wru: 25 });
    const first = { requests: 1, rru: 7, wru: 0 };
    expect(await figure('logo of 24 KB, the first of a function', () => logos.find(logo.hash))).toEqual(first);
    expect(await figure('logo, once it is remembered', () => logos.find(logo.hash))).toEqual({
      requests: 0,
      rru: 0,
      wru: 0,
    });
  });

  test('a choice costs one request when it is made and one each when it is looked up and confirmed', async () => {
    const choices = choiceStore(bench.table, bench.now);
    const charges = (['ticked', 'sentToChat'] as const).map((count) => ({ point: testPoint(1).pointId, count }));
    const counting = { charges, day: '2026-11-20' };
    const choice = testChoice(1, { ip: '203.0.113.7', userAgent: 'Mozilla/5.0', utm: { utm_source: 'poster' } });
    const wrote = { requests: 1, rru: 0, wru: 1 };
    expect(await figure('choice made on a page', () => choices.create(choice, counting))).toEqual(wrote);
    expect(await figure('choice looked up', () => choices.find(choice.code))).toEqual({ requests: 1, rru: 1, wru: 0 });
    expect(await figure('choice confirmed', () => choices.claim(choice, `phone:${phone}`))).toEqual(wrote);
  });

  test('a known ad costs one read, a new one a transaction more; a signup is one read', async () => {
    const points = pointStore(bench.table);
    const of = (sourceId: string) => () => points.ofAd('acme', { sourceType: 'ad', sourceId, headline: 'Chat' }, noon);
    expect(await figure('ad seen for the first time', of('1'))).toEqual({ requests: 2, rru: 0.5, wru: 10 });
    expect(await figure('ad that is known', of('1'))).toEqual({ requests: 1, rru: 0.5, wru: 0 });
    const full = { ...adPointsKey('acme'), made: mostAdPoints };
    await bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item: full }));
    await of('2')();
    expect(await figure('ad beyond the thousand', of('3'))).toEqual({ requests: 2, rru: 1, wru: 0 });
    expect(await figure('signup looked up', () => points.ofSignup('13176843987434774'))).toEqual({
      requests: 1,
      rru: 1,
      wru: 0,
    });
  });

  test('charges of a ledger entry cost one request a point, told again a refused one', async () => {
    await pointStore(bench.table).create(testPoint(1));
    const { pointId } = testPoint(1);
    const day = '2026-11-20';
    const charges = (['optIns', 'chats'] as const).map((count) => ({ point: pointId, count }));
    const charge = () => chargeCounter(bench.table, bench.now).addCharges([{ entry: 'u1#entry-1', charges, day }]);
    expect(await figure('charges of a ledger entry, for each point', charge)).toEqual({ requests: 1, rru: 0, wru: 6 });
    expect(await figure('charges told again', charge)).toEqual({ requests: 1, rru: 0, wru: 0 });
    const flips = { won: ['offers', 'news'], lost: [] };
    const app = { entry: 'u1#entry-3', appId: 'acme', charges: [], flips, day };
    const ofApp = () => chargeCounter(bench.table, bench.now).addCharges([app]);
    expect(await figure('opt-ins of a ledger entry, for the app', ofApp)).toEqual({ requests: 1, rru: 0, wru: 4 });
    const ninety = Array.from({ length: 90 }, (_, n) => ({ entry: `u${n}#entry-2`, charges, day }));
    const together = () => chargeCounter(bench.table, bench.now).addCharges(ninety);
    expect(await figure('charges of 90 entries at one point', together)).toEqual({ requests: 1, rru: 0, wru: 184 });
  });

  test('a state or a window that counts otherwise costs a reading and a transaction, many together hardly more than their marks', async () => {
    const item = newCensus('acme', 1, { since: noon, windows: noon });
    await bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item: item }));
    const place = (n: number) => `place-${n}`.padEnd(22, '-');
    const change = (n: number, of: 'S' | 'W', order: number, counted: readonly string[]) =>
      ({ appId: 'acme', place: place(n), of, order: orderOfState(order), counted }) as const;
    const counting =
      (...changes: readonly CountedChange[]) =>
      () =>
        censusCounter(bench.table, bench.now).count(changes);
    const optedIn = change(1, 'S', 1, ['people', '= offers opted-in']);
    const first = await figure('a new person, counted', counting(optedIn));
    expect(first).toEqual({ requests: 2, rru: 2, wru: 4 });
    const moved = change(1, 'S', 2, ['people', '= offers opted-out']);
    expect(await figure('a person who stands elsewhere, counted', counting(moved))).toEqual(first);
    expect(await figure('that told again', counting(moved))).toEqual({ requests: 1, rru: 2, wru: 0 });
    const window = change(1, 'W', 1, ['2026-11-21T12:00']);
    expect(await figure('a window that ends later, counted', counting(window))).toEqual(first);
    const ninety = Array.from({ length: 90 }, (_, n) => change(n + 2, 'S', 1, optedIn.counted));
    const together = await figure('90 people who stand elsewhere, counted', counting(...ninety));
    expect(together).toEqual({ requests: 2, rru: 91, wru: 182 });
    const windows = Array.from({ length: 90 }, (_, n) => change(n + 2, 'W', 1, [`2026-11-21T${10 + (n % 10)}:15`]));
    const opened = await figure('90 windows that end later, counted', counting(...windows));
    expect(opened).toEqual({ requests: 2, rru: 91, wru: 182 });
    const read = () => appCensus(bench.table).read(acme, bench.now());
    expect(await figure('where the people of an app stand', read)).toEqual({ requests: 1, rru: 1, wru: 0 });
  });
});

/** As if TTL had taken the window item. */
async function forgetWindow(): Promise<void> {
  const { documents, tableName } = bench.table;
  const all = await documents.send(new ScanCommand({ TableName: tableName }));
  const window = (all.Items ?? []).find((item) => item.sk === 'W');
  await documents.send(new DeleteCommand({ TableName: tableName, Key: { pk: window?.pk, sk: 'W' } }));
}

describe('the send gate', () => {
  let meta: LoopbackMeta;
  let gated: GateBench;
  beforeAll(async () => {
    meta = await loopbackMeta();
  });
  afterAll(() => meta.stop());
  beforeEach(async () => {
    gated = await gateBench(meta);
    bench = gated;
    bench.setNow(noon + 10 * minute);
    await gated.template('offer', { status: 'approved', category: 'marketing' }, 'offers');
    await gated.hear({ phone, bsuid }, noon);
    await gated.say({ phone });
    // Key and settings are remembered for a minute and for five seconds.
    await gated.send(text());
  });
  const passed = async (name: string, body: object) => {
    const before = meta.arrived.length;
    const units = await figure(name, () => gated.send(body));
    expect(meta.arrived.length - before).toBe(1);
    return units;
  };

  test('asks the table twice for a message: who it is and what the template is at once, and what was decided', async () => {
    expect(await passed('gated template', template('offer'))).toEqual({ requests: 2, rru: 2, wru: 2 });
    expect(await passed('gated reply in the window', text())).toEqual({ requests: 2, rru: 1, wru: 2 });
    expect(await passed('gated reply, by number and BSUID', text({ recipient: bsuid }))).toEqual({
      requests: 2,
      rru: 4,
      wru: 2,
    });
    const { to: _number, ...byBsuid } = text({ recipient: bsuid }) as { to: string };
    expect(await passed('gated reply, by another identifier', byBsuid)).toEqual({ requests: 3, rru: 2, wru: 2 });
  });

  test('and as often for one that it denies; of somebody who is unknown the index is told nothing', async () => {
    const denied = () => gated.send(text({ to: '+14165550199' }));
    expect(await figure('gated message to somebody unknown, denied', denied)).toEqual({
      requests: 2,
      rru: 1,
      wru: 1,
    });
    const status = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1' };
    expect(await passed('gated status', status)).toEqual({ requests: 0, rru: 0, wru: 0 });
  });

  test('key and settings anew cost three requests more', async () => {
    bench.setNow(noon + 12 * minute);
    expect(await figure('gated reply, with key and settings read anew', () => gated.send(text()))).toEqual({
      requests: 5,
      rru: 4,
      wru: 2,
    });
  });
});
