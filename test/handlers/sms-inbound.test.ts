import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { answerLimit } from '../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import type { Evidence } from '../../lambdas/domain/consent/statement.ts';
import type { NoticeText } from '../../lambdas/domain/notice/notice.ts';
import { isOpen } from '../../lambdas/domain/window/customer-service-window.ts';
import { smsInbound } from '../../lambdas/handlers/sms-inbound.ts';
import type { Ledger } from '../../lambdas/use-cases/ledger/ports.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { fixtureBytes, fixturesOfKind } from '../support/fixtures.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { sms, smsEvent } from '../support/ledger/sms-notification.ts';
import { testText } from '../support/pages/collection.ts';
import { asideRows, ledgerRows } from '../support/table/rows.ts';

const numbers = ['+12125550101', '+12125550102'];
const anna = '+14255550182';
const minute = 60_000;

const shop: App = {
  ...acme,
  smsNumbers: numbers.map((phone) => ({ phone, country: 'US' })),
  keywordNotice: { noticeId: 'shop-window', noticeVersion: 2 },
};
/** Another app on the second number; its name has blanks and capitals. */
const cafe: App = {
  ...acme,
  appId: 'cafe',
  displayName: 'Café Río',
  smsName: 'Cafe  Rio',
  smsNumbers: [{ phone: '+12125550102', country: 'US' }],
  purposes: [
    { purposeId: 'menu', name: 'Menu', category: 'marketing', keywordOptIn: true },
    { purposeId: 'table', name: 'Table', category: 'utility', keywordOptIn: true },
    { purposeId: 'news', name: 'News', category: 'marketing' },
  ],
};
/** An app that marks no purpose for the keyword. */
const bank: App = {
  ...acme,
  appId: 'bank',
  displayName: 'Bank',
  smsName: 'BANK',
  smsNumbers: cafe.smsNumbers,
  purposes: [{ purposeId: 'codes', name: 'Codes', category: 'authentication' }],
};

let bench: LedgerBench;
let sent: { from: string; to: string; text: string }[];

beforeEach(async () => {
  bench = await ledgerBench();
  const apps = appStore(bench.table, bench.now);
  const { whatsapp: _number, ...cafeWithoutWhatsapp } = cafe;
  const { whatsapp: _other, ...bankWithoutWhatsapp } = bank;
  for (const app of [shop, cafeWithoutWhatsapp, bankWithoutWhatsapp]) await apps.create(app);
  sent = [];
});

function handler(changed: { ledger?: Ledger; send?: () => Promise<void> } = {}) {
  return smsInbound({
    apps: appStore(bench.table, bench.now),
    ledger: changed.ledger ?? bench.ledger,
    notices: noticeStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    answers: answerLimit(bench.table, identifierKey, bench.now),
    sender: {
      send: async (from, to, text) => {
        await changed.send?.();
        sent.push({ from, to, text });
        return { came: 'sent' };
      },
    },
    now: bench.now,
  });
}

let count = 0;
/** Texts a word; each SMS has its own id unless one is given. */
async function text(body: string, to = '+12125550101', at = noon, id = `sms-${++count}`): Promise<void> {
  await handler()(smsEvent(at, sms(anna, to, body, id)), lambdaContext());
}

async function consent(app: App, phone = anna.slice(1)): Promise<Record<string, string>> {
  const found = await bench.people.find(app.appId, { phone }, bench.now());
  const states = app.purposes.map((purpose) => [
    purpose.purposeId,
    consentState(found?.subject.registers ?? {}, purpose, bench.now()).state,
  ]);
  return Object.fromEntries(states);
}

describe('OPTIN <APP NAME>', () => {
  test.each([
    ['as advertised', 'OPTIN ACME', shop],
    ['in small letters', 'optin acme', shop],
    ['in two words', 'Opt In Acme', shop],
    ['with a dash and a full stop', 'OPT-IN acme.', shop],
    ['with trailing blanks and a line end', '  OPTIN   ACME  \n', shop],
    ['a name with blanks and capitals', 'OPTIN CAFE RIO', cafe],
    ['a name with an accent that it has not', 'optin café río', cafe],
    ['a name with more blanks', 'optin  cafe   rio ', cafe],
    ['in full-width letters', 'ＯＰＴＩＮ ＣＡＦＥ ＲＩＯ', cafe],
  ])('opts in to what that app marks for it: %s', async (_name, body, app) => {
    await text(body, '+12125550102');
    const marked = app.purposes.filter((purpose) => purpose.keywordOptIn === true).map((purpose) => purpose.purposeId);
    for (const [purpose, state] of Object.entries(await consent(app)))
      expect([purpose, state]).toEqual([purpose, marked.includes(purpose) ? 'opted-in' : 'never-asked']);
    const other = app === shop ? cafe : shop;
    expect(new Set(Object.values(await consent(other)))).toEqual(new Set(['never-asked']));
    expect(sent).toEqual([]);
  });

  test.each(numbers)('to any published number of the app: %s', async (to) => {
    await text('OPTIN ACME', to);
    expect(await consent(shop)).toMatchObject({ offers: 'opted-in' });
  });

  test('keeps the SMS itself and the notice that advertised the keyword as evidence', async () => {
    await text('Optin Acme ', '+12125550101', noon - minute, 'sms-evidence');
    expect(await ledgerRows(bench.table)).toMatchObject([
      {
        action: 'granted',
        purposes: ['offers'],
        level: 3,
        at: noon - minute,
        src: 'sms-keyword',
        reply: 'opt-in-confirmed',
        notice: 'shop-window@2',
        body: {
          text: 'Optin Acme ',
          messageId: 'sms-evidence',
          identifiers: { phone: anna },
          receivedBy: '+12125550101',
          noticeId: 'shop-window',
          noticeVersion: 2,
        },
      },
    ]);
  });

  test.each([
    ['es-MX', 'es'],
    ['en-GB', 'en'],
    ['de', undefined],
  ])('seals the words of that notice in the language of an app that speaks %s', async (locale, sealed) => {
    const notices = noticeStore(bench.table);
    const draft = { appId: 'acme', noticeId: 'shop-window', profile: 'strict', warnings: [] } as const;
    const publish = (texts: readonly NoticeText[]) =>
      notices.publish({ ...draft, texts, publishedAt: noon, publishedBy: 'key_1' });
    await publish([testText()]);
    const { notice } = await publish([testText(), testText({ locale: 'es' })]);
    const apps = appStore(bench.table, bench.now);
    await apps.replace(shop, { ...shop, locale, version: 2 });
    await text('OPTIN ACME');
    const [row] = await ledgerRows(bench.table);
    const noticeHash = sealed === undefined ? undefined : notice.hashes[sealed];
    expect(row).toMatchObject({ notice: 'shop-window@2', ...(noticeHash !== undefined && { nh: noticeHash }) });
    const body = (row?.body ?? {}) as Evidence;
    expect([body.noticeLocale, body.noticeHash]).toEqual([sealed, noticeHash]);
  });

  test.each([
    ['an unknown name', 'OPTIN NOBODY', '+12125550101'],
    ['no name', 'OPTIN', '+12125550101'],
    ['a name on another number', 'OPTIN CAFE RIO', '+12125550101'],
    ['an app that marks no purpose', 'OPTIN BANK', '+12125550102'],
    ['more than the name', 'OPTIN ACME please', '+12125550101'],
  ])('is answered with help and grants nothing: %s', async (_name, body, to) => {
    await text(body, to);
    expect(await ledgerRows(bench.table)).toEqual([]);
    expect(sent).toMatchObject([{ from: to, to: anna, text: expect.stringContaining('OPTIN ACME') }]);
  });

  test('does not undo a STOP that came after it, whichever arrives first', async () => {
    await text('STOP', '+12125550101', noon - minute);
    await text('OPTIN ACME', '+12125550101', noon - 2 * minute);
    expect(await consent(shop)).toMatchObject({ offers: 'opted-out' });
  });

  test('after a STOP brings back its own purposes only', async () => {
    await text('OPTIN CAFE RIO', '+12125550102', noon - 3 * minute);
    await bench.ledger.recordStatement(cafe, {
      person: { phone: anna.slice(1) },
      action: 'granted',
      purposes: ['news'],
      level: 2,
      saidAt: noon - 3 * minute,
      source: 'paper',
      evidence: {},
      provider: false,
    });
    await text('STOP', '+12125550102', noon - 2 * minute);
    await text('OPTIN CAFE RIO', '+12125550102', noon - minute);
    expect(await consent(cafe)).toEqual({ menu: 'opted-in', table: 'opted-in', news: 'opted-out' });
  });
});

describe('STOP and START', () => {
  test.each(['STOP', 'stop ', 'Stop!', 'UNSUBSCRIBE', 'ALTO', 'arrêt'])(
    '%s covers every app on the number, and is answered once',
    async (body) => {
      await text('OPTIN ACME', '+12125550102', noon - 3 * minute);
      await text('OPTIN CAFE RIO', '+12125550102', noon - 3 * minute);
      await text(body, '+12125550102', noon - minute);
      expect(await consent(shop)).toMatchObject({ offers: 'opted-out' });
      expect(await consent(cafe)).toMatchObject({ menu: 'opted-out', table: 'opted-out' });
      const stops = (await ledgerRows(bench.table)).filter((row) => row.action === 'revoked');
      expect(stops.map((row) => [row.pk.split('#')[0], row.level, row.src, row.purposes])).toEqual(
        expect.arrayContaining(['acme', 'bank', 'cafe'].map((app) => [app, 3, 'sms-keyword', 'all'])),
      );
      expect(stops.filter((row) => row.reply === 'stop-confirmed')).toHaveLength(1);
    },
  );

  test('STOP leaves apps on other numbers alone', async () => {
    await text('OPTIN CAFE RIO', '+12125550102', noon - 3 * minute);
    await text('STOP', '+12125550101', noon - minute);
    expect(await consent(cafe)).toMatchObject({ menu: 'opted-in' });
  });

  test('START undoes the stop in every app on the number, and nothing else', async () => {
    await text('OPTIN ACME', '+12125550102', noon - 5 * minute);
    await text('OPTIN CAFE RIO', '+12125550102', noon - 5 * minute);
    await bench.say(
      { phone: anna.slice(1) },
      { action: 'revoked', purposes: ['offers'], level: 1, source: 'policy', saidAt: noon - 4 * minute },
    );
    await text('STOP', '+12125550102', noon - 2 * minute);
    await text('START', '+12125550102', noon - minute);
    expect(await consent(cafe)).toMatchObject({ menu: 'opted-in', table: 'opted-in' });
    expect(await consent(shop)).toMatchObject({ offers: 'opted-out' });
  });

  test('a repeated notification is recorded once', async () => {
    await text('STOP', '+12125550101', noon - minute, 'sms-again');
    bench.setNow(noon + 60 * minute);
    await text('STOP', '+12125550101', noon - minute, 'sms-again');
    expect(await ledgerRows(bench.table)).toHaveLength(1);
  });

  test('an SMS never opens a WhatsApp window', async () => {
    await text('STOP', '+12125550101', noon - minute);
    const found = await bench.people.find('acme', { phone: anna.slice(1) }, bench.now());
    expect(isOpen(found?.window ?? {}, bench.now())).toBe(false);
    expect(found?.window.lastInboundAt).toBeUndefined();
  });

  test('an unclear stop suppresses marketing in every app, and asks once', async () => {
    await text('OPTIN CAFE RIO', '+12125550102', noon - 3 * minute);
    await text('can you stop sending so many', '+12125550102', noon - 2 * minute);
    const found = await bench.people.find('cafe', { phone: anna.slice(1) }, bench.now());
    expect(found?.subject.suppressions).toMatchObject([{ reason: 'ambiguous-stop', scope: 'marketing' }]);
    expect((await ledgerRows(bench.table)).filter((row) => row.reply === 'ask-whether-stop')).toHaveLength(1);
    await text('STOP', '+12125550102', noon - minute);
    expect((await bench.people.find('cafe', { phone: anna.slice(1) }, bench.now()))?.subject.suppressions).toEqual([]);
    expect(await consent(cafe)).toMatchObject({ menu: 'opted-out' });
  });
});

describe('the body decides', () => {
  test('never the number’s registered keyword', async () => {
    const event = smsEvent(noon, { ...sms(anna, '+12125550101', 'good morning', 'sms-1'), messageKeyword: 'STOP' });
    await handler()(event, lambdaContext());
    expect(await ledgerRows(bench.table)).toEqual([]);
    expect(sent).toEqual([]);
  });

  test.each(fixturesOfKind('aws-sms-inbound'))('of the recorded one: $id', async ({ file }) => {
    await handler()(smsEvent(noon, JSON.parse(fixtureBytes(file).toString())), lambdaContext());
    expect(await ledgerRows(bench.table)).toEqual([]);
    expect(await asideRows(bench.table)).toEqual([]);
  });

  test('HELP is answered from the number that was written to, with the names on it', async () => {
    await text('help', '+12125550102');
    expect(sent).toMatchObject([
      {
        from: '+12125550102',
        to: anna,
        text: expect.stringMatching(/Acme.*Café Río.*STOP.*OPTIN ACME.*OPTIN Cafe {2}Rio/),
      },
    ]);
    expect(await ledgerRows(bench.table)).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('an unknown number of ours: kept', async () => {
    await text('STOP', '+19995550100');
    expect(await asideRows(bench.table)).toMatchObject([{ why: 'unknown-number' }]);
  });

  test('no SMS at all: kept', async () => {
    await handler()(smsEvent(noon, 'Hello from SNS!'), lambdaContext());
    expect(await asideRows(bench.table)).toMatchObject([{ why: 'not-json' }]);
  });

  test('who asks for the list gets help: by SMS there are no lists', async () => {
    await text('preferences, please', '+12125550102');
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain('STOP');
  });

  test('help that cannot be sent fails nothing', async () => {
    const broken = handler({ send: () => Promise.reject(new Error('no route')) });
    await broken(smsEvent(noon, sms(anna, '+12125550101', 'HELP', 'sms-1')), lambdaContext());
    expect(sent).toEqual([]);
  });

  test('one app that cannot be stored: the others are, the delivery fails, and its repeat completes it', async () => {
    const ledger: Ledger = {
      ...bench.ledger,
      recordStatement: (app, command) =>
        app.appId === 'acme' ? Promise.reject(new Error('throttled')) : bench.ledger.recordStatement(app, command),
    };
    const stop = smsEvent(noon, sms(anna, '+12125550102', 'STOP', 'sms-1'));
    await expect(handler({ ledger })(stop, lambdaContext())).rejects.toThrow();
    const apps = async () => (await ledgerRows(bench.table)).map((row) => row.pk.split('#')[0]).sort();
    expect(await apps()).toEqual(['bank', 'cafe']);
    await handler()(stop, lambdaContext());
    expect(await apps()).toEqual(['acme', 'bank', 'cafe']);
  });
});
