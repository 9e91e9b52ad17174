import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { testPoint, testToken } from '../support/pages/collection.ts';
import { rowsWhere } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';
import { acmePhone, anna, type CallingApp, callingApp, calls } from '../support/telephone/calling-app.ts';

const minute = 60_000;
let app: CallingApp;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  app = await callingApp();
  app.bench.setNow(noon + minute);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const call = { CallSid: 'CA9', From: `+${anna}`, To: acmePhone, CallStatus: 'in-progress', Direction: 'inbound' };
const entries = async () => (await rowsWhere(app.bench.table, /#L#/)).toSorted((a, b) => Number(a.n) - Number(b.n));
const consent = () => consentOf(app.bench, { phone: anna });
const menu = async (query: Readonly<Record<string, string>> = {}) =>
  String((await app.twilio('ivr', call, { query })).body);
/** What Twilio asks after the menu, at the address that the menu gave. */
const keyed = async (digits: string | undefined, more: object = {}, said = menu()) => {
  const action = /action="([^"]+)"/.exec(await said)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const form = { ...call, ...(digits !== undefined && { Digits: digits }), msg: 'Gather End', ...more };
  const query = Object.fromEntries(new URL(action).searchParams);
  return String((await app.twilio('ivr', form, { query })).body);
};
const spoken =
  'Hello, this is Acme. This is what you can agree to: I agree to receive offers and discounts and updates on your orders from Acme on WhatsApp at this number. ' +
  'Reply STOP at any time to stop all messages. If you agree, press 1. It counts once you also say yes on WhatsApp. If you don’t want these messages, press 2.';

describe('a menu of Twilio', () => {
  test('says the notice in the language of the app, or in the one that is asked for', async () => {
    const said = await menu();
    expect(said).toContain(`<Say language="en-US">${spoken}</Say></Gather>`);
    expect(said).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?><Response><Gather input="dtmf" numDigits="1"/);
    expect(said).toContain('actionOnEmptyResult="true"');
    expect(await menu({ locale: 'es-AR' })).toContain('<Say language="es-MX">Hola, aquí Acme.');
    expect(await entries()).toEqual([]);
  });

  test('1 is a request at second hand with the call, the key and the words, and no opt-in', async () => {
    expect(await keyed('1')).toContain('If we ask you on WhatsApp');
    const [entry] = await entries();
    expect(entry).toMatchObject({
      ...{
        kind: 'statement',
        action: 'requested',
        level: 2,
        src: 'ivr',
        purposes: ['offers', 'orders'],
        notice: 'hello@1',
      },
      body: { callId: 'CA9', digits: '1', spokenText: spoken, noticeLocale: 'en', receivedBy: acmePhone },
    });
    expect(entry?.body).toHaveProperty('noticeHash');
    expect(entry?.charges).toContainEqual({ point: entry?.point, count: 'requests' });
    expect(await consent()).toMatchObject({ offers: 'pending', orders: 'pending' });
    expect((await auditTable(app.bench)).faults).toEqual([]);
  });

  test('and the phone confirms it on WhatsApp, in the language that was spoken, at the point of the menu', async () => {
    const welcome = [...(calls.welcome ?? []), { locale: 'es', name: 'may_we', language: 'en_US' }];
    await app.change({ telephone: { ...calls, welcome } });
    await keyed('1', {}, menu({ locale: 'es' }));
    await app.answer();
    const [first] = app.sent as unknown as { message: { template: { payloads: string[] } } }[];
    await app.hear({
      from: anna,
      id: 'w',
      timestamp: String(noon / 1000 + 90),
      type: 'button',
      button: { payload: first?.message.template.payloads[0], text: 'x' },
    });
    expect(await consent()).toMatchObject({ offers: 'opted-in', orders: 'opted-in' });
    const [request, yes] = await entries();
    expect(yes).toMatchObject({ level: 3, notice: 'hello@1', point: request?.point, body: { noticeLocale: 'es' } });
  });

  test('2 is a no at second hand, which the person can take back', async () => {
    await app.bench.say({ phone: anna }, { purposes: ['offers'] });
    app.bench.setNow(noon + 2 * minute);
    expect(await keyed('2')).toContain('You won’t get these messages');
    expect((await entries()).at(-1)).toMatchObject({ action: 'refused', level: 2, body: { digits: '2' } });
    expect(await consent()).toMatchObject({ offers: 'opted-out' });
    await app.answer();
    expect(app.sent).toEqual([]);
  });

  test('2 says nothing where the menu does not offer it', async () => {
    await app.change({ telephone: { ...calls, ivr: { enabled: true } } });
    expect(await menu()).not.toContain('press 2');
    await keyed('2');
    expect(await entries()).toEqual([]);
  });

  test.each(['3', '0', '*', '11', '12', '', undefined, '1#', 'one', '１'])('%j says nothing', async (digits) => {
    expect(await keyed(digits)).toContain('Nothing has changed');
    expect(await entries()).toEqual([]);
  });

  test('a key in quotation marks is that key, and a key that is told again is one', async () => {
    await keyed('"1"');
    app.bench.setNow(noon + 3 * minute);
    await keyed('1');
    expect(await entries()).toHaveLength(1);
    await keyed('2');
    await keyed('2');
    expect((await entries()).map(({ action }) => action).sort()).toEqual(['refused', 'requested']);
  });

  test('a yes to words that nobody heard says nothing; a no does', async () => {
    const said = menu();
    await said;
    await app.change({ telephone: { ...calls, purposes: ['offers'] } });
    expect(await keyed('1', {}, said)).toContain('Nothing has changed');
    expect(await entries()).toEqual([]);
    await keyed('2', {}, said);
    expect(await entries()).toMatchObject([{ action: 'refused', body: { digits: '2' } }]);
  });

  test('a no to words that offered it and name more than today’s is one to all that may have been said', async () => {
    const said = menu();
    await said;
    await app.change({ telephone: { ...calls, purposes: ['offers'], ivr: { enabled: true } } });
    expect(await keyed('2', {}, said)).toContain('You won’t get these messages');
    expect(await entries()).toMatchObject([{ action: 'refused', purposes: ['offers', 'orders'] }]);
  });

  test('a no counts at no point of another app, and makes none that is named and not there', async () => {
    const points = pointStore(app.bench.table);
    const ofCafe = testPoint(3, { appId: 'cafe' });
    await points.create(ofCafe);
    const ivr = { enabled: false, offersNo: true };
    for (const [n, pointId] of [ofCafe.pointId, testPoint(4).pointId].entries()) {
      await app.change({ telephone: { ...calls, ivr: { ...ivr, pointId } } });
      await app.twilio('ivr', { ...call, CallSid: `CA${n}`, Digits: '2' });
    }
    expect((await entries()).map(({ action, point }) => [action, point])).toEqual([
      ['refused', undefined],
      ['refused', undefined],
    ]);
    expect(await points.find(testToken(4))).toBeUndefined();
  });

  test('2 and the key that ends it is the same no', async () => {
    await keyed('2#');
    expect(await entries()).toMatchObject([{ action: 'refused', body: { digits: '2#' } }]);
  });

  test('a press over the person’s own no is no opt-in, and is not asked about', async () => {
    await app.bench.say(
      { phone: anna },
      { action: 'revoked', purposes: 'all', level: 3, provider: true, eventId: 'stop' },
    );
    await keyed('1');
    await app.answer();
    expect(app.sent).toEqual([]);
    expect(await consent()).toMatchObject({ offers: 'opted-out' });
  });

  test('escapes what a business calls itself', async () => {
    await app.change({ displayName: 'A&B <"Luna">' });
    expect(await menu()).toContain('this is A&amp;B &lt;&quot;Luna&quot;&gt;.');
  });

  test('is rejected where callers are asked for nothing', async () => {
    await app.change({ telephone: { ...calls, ivr: { enabled: false } } });
    expect(await menu()).toContain('<Reject');
  });

  test('anonymous callers hear that nothing has changed', async () => {
    expect(await keyed('1', { From: '+266696687' })).toContain('Nothing has changed');
    expect(await entries()).toEqual([]);
  });

  test('of a call of ours the person is whom we called', async () => {
    await keyed('1', { From: acmePhone, To: `+${anna}`, Direction: 'outbound-api' });
    expect(await consent()).toMatchObject({ offers: 'pending' });
  });

  test('a missed call and a key in one week are asked about once', async () => {
    await keyed('1');
    await app.twilio('missed-call', { ...call, CallSid: 'CA10' });
    await app.answer();
    expect(app.sent).toHaveLength(1);
  });
});
