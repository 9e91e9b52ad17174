import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { asideRows, type Row, rowsWhere } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';
import { acmePhone, anna, type CallingApp, callingApp, calls } from '../support/telephone/calling-app.ts';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const fixture = (file: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')) as Record<string, string>;

let app: CallingApp;
let output: string;
beforeEach(async () => {
  output = '';
  const keep = (chunk: string | Uint8Array) => {
    output += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  app = await callingApp();
  app.bench.setNow(noon + minute);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ring = (CallSid = 'CA1', more: Record<string, string> = {}, how = {}) =>
  app.twilio(
    'missed-call',
    { CallSid, From: `+${anna}`, To: acmePhone, CallStatus: 'ringing', Direction: 'inbound', ...more },
    how,
  );
const entries = () => rowsWhere(app.bench.table, /#L#/);
const consent = (phone = anna) => consentOf(app.bench, { phone });
const message = (n = 0) =>
  app.sent[n]?.message as unknown as {
    text: string;
    buttons?: { id: string }[];
    template?: { name: string; language: string; payloads: string[] };
  };
const payload = (index: number, n = 0) => message(n).template?.payloads[index] ?? '';
const presses = (id: string, at: number, from = anna) =>
  app.hear({
    from,
    id: `wamid.${at}`,
    timestamp: String(at / 1000),
    type: 'button',
    button: { payload: id, text: 'x' },
  });
const sends = async () => (await rowsWhere(app.bench.table, /#Y#/)).filter(({ kind }: Row) => kind === 'welcome');
const codes = async () => (await sends()).map((row: Row) => row.codes);

describe('a missed call', () => {
  test('is rejected, recorded as no statement, counted at a point of its own, and asked about by the template', async () => {
    expect(await ring()).toMatchObject({ status: 200, body: expect.stringContaining('<Reject reason="busy"/>') });
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'call',
      src: 'ivr',
      reply: 'welcome',
      body: { callId: 'CA1', receivedBy: acmePhone, identifiers: { phone: `+${anna}` } },
    });
    expect(entry?.charges).toEqual([{ point: entry?.point, count: 'calls' }]);
    const found = await pointStore(app.bench.table).find(String(entry?.point).slice(3));
    expect(found?.point).toMatchObject({ kind: 'missed-call', appId: 'acme', name: `Missed calls ${acmePhone}` });
    expect(await consent()).toMatchObject({ offers: 'never-asked', orders: 'never-asked' });
    await app.answer();
    expect(app.sent).toEqual([
      {
        to: { waId: anna },
        message: {
          text: 'May Acme write to you?',
          template: {
            name: 'may_we',
            language: 'en_US',
            payloads: [
              expect.stringMatching(/^optledger:p:q\w{15}:y$/),
              expect.stringMatching(/^optledger:p:q\w{15}:n$/),
            ],
          },
        },
      },
    ]);
    expect(await consent()).toMatchObject({ offers: 'never-asked' });
    expect((await auditTable(app.bench)).faults).toEqual([]);
  });

  test('yes to the welcome is first-hand, with the notice and the point of the call', async () => {
    await ring();
    const point = (await entries())[0]?.point;
    await app.answer();
    await presses(payload(0), noon + 5 * minute);
    expect(await consent()).toMatchObject({ offers: 'opted-in', orders: 'opted-in' });
    const yes = (await entries()).find(({ action }) => action === 'granted');
    expect(yes).toMatchObject({
      level: 3,
      notice: 'hello@1',
      src: 'whatsapp-button',
      point,
      purposes: ['offers', 'orders'],
    });
    expect(yes?.charges).toContainEqual({ point, count: 'optIns' });
  });

  test('no to the welcome is a refusal, and nobody else can answer it', async () => {
    await ring();
    await app.answer();
    await presses(payload(0), noon + 3 * minute, '16505550000');
    expect(await consent('16505550000')).toMatchObject({ offers: 'never-asked' });
    await presses(payload(1), noon + 5 * minute);
    expect(await consent()).toMatchObject({ offers: 'opted-out', orders: 'opted-out' });
  });

  test('is one call however often it is told: ringing, over, at once, by two providers', async () => {
    await Promise.all([ring(), ring(), ring('CA1', { CallStatus: 'no-answer', SequenceNumber: '3' })]);
    app.bench.setNow(noon + 2 * minute);
    await ring('CA1', { CallStatus: 'completed' });
    expect(await entries()).toHaveLength(1);
    const secret = await app.hook({
      mapping: { method: 'GET', in: 'query', caller: 'from', called: 'to', callId: 'id', numbers: 'digits' },
    });
    await app.at(secret, 'GET', { from: anna, to: acmePhone.slice(1), id: 'other' });
    expect(await entries()).toHaveLength(2);
    await Promise.all([app.answer(), app.answer('again')]);
    await app.answer('again');
    expect(app.sent).toHaveLength(1);
  });

  test('asks once in seven days, to the second, and then again', async () => {
    await ring('CA1');
    await app.answer();
    app.bench.setNow(noon + minute + 7 * day - 1);
    await ring('CA2');
    await app.answer();
    expect(app.sent).toHaveLength(1);
    expect(await codes()).toContainEqual(['asked-this-week']);
    app.bench.setNow(noon + minute + 7 * day);
    await ring('CA3');
    await app.answer();
    expect(app.sent).toHaveLength(2);
  });

  test.each([
    ['everything', 'all', 'stopped-everything'],
    ['marketing', 'marketing', 'stopped-marketing'],
  ] as const)('after a stop of %s asks nothing', async (_, purposes, code) => {
    await app.bench.say({ phone: anna }, { action: 'revoked', purposes, level: 3, provider: true, eventId: 'stop' });
    await ring();
    await app.answer();
    expect(app.sent).toEqual([]);
    expect(await codes()).toEqual([[code]]);
  });

  test('a stop between the call and the welcome counts too', async () => {
    await ring();
    await app.bench.say(
      { phone: anna },
      { action: 'revoked', purposes: 'all', level: 3, provider: true, eventId: 'stop', saidAt: noon + 90_000 },
    );
    await app.answer();
    expect(app.sent).toEqual([]);
  });

  describe('of somebody with a BSUID', () => {
    const bsuid = 'US.13491208655302741918';
    const proven = { provider: true, level: 3, action: 'revoked', purposes: ['orders'] } as const;
    test('asks nobody who has the number by now', async () => {
      await app.bench.say({ phone: anna, bsuid }, { ...proven, eventId: 'a', saidAt: noon });
      await ring();
      const other = { phone: anna, bsuid: 'US.99991208655302741918' };
      await app.bench.say(other, { ...proven, eventId: 'b', saidAt: noon + 70_000 });
      app.bench.setNow(noon + 2 * minute);
      await app.answer();
      expect(app.sent).toEqual([]);
      expect(await codes()).toEqual([['no-address']]);
    });

    test.each([
      ['that a payload showed', { provider: true, level: 3 }],
      ['that the business reports', { level: 2 }],
    ] as const)('asks nothing after a stop by a BSUID %s', async (_, how) => {
      await app.bench.say({ phone: anna, bsuid }, { ...how, purposes: ['orders'], eventId: 'a', saidAt: noon - 9000 });
      await app.bench.say({ bsuid }, { ...proven, purposes: 'marketing', eventId: 'b', saidAt: noon });
      await ring();
      await app.answer();
      expect(app.sent).toEqual([]);
      expect(await codes()).toEqual([['stopped-marketing']]);
    });

    test('asks once in a week whoever turns out to be one person', async () => {
      await app.bench.say({ bsuid }, { ...proven, eventId: 'a', saidAt: noon });
      await ring('CA1');
      await app.answer();
      await app.bench.say({ phone: anna, bsuid }, { ...proven, eventId: 'b', saidAt: noon + 62_000 });
      app.bench.setNow(noon + 2 * minute);
      await ring('CA2');
      await app.answer();
      expect(app.sent).toHaveLength(1);
      expect(await codes()).toContainEqual(['asked-this-week']);
    });
  });

  test('asks nothing while they are with a human', async () => {
    await app.bench.ledger.recordHandover(app.app, {
      ...{ person: { phone: anna }, at: noon, eventId: 'h', handed: 'over', by: 'business', evidence: {} },
      source: 'api',
    });
    await ring();
    await app.answer();
    expect(app.sent).toEqual([]);
    expect(await codes()).toEqual([['with-a-human']]);
  });

  test('asks only for what they do not get, and for nothing left not at all', async () => {
    await app.bench.say({ phone: anna }, { purposes: ['offers'] });
    await ring();
    await app.answer();
    await presses(payload(0), noon + 5 * minute);
    const yes = (await entries()).find(({ level }) => level === 3);
    expect(yes).toMatchObject({ action: 'granted', purposes: ['orders'] });
    app.bench.setNow(noon + 8 * day);
    await ring('CA2');
    await app.answer();
    expect(await codes()).toContainEqual(['nothing-to-ask']);
  });

  test('no to its words is a no to all that they name, to what they get too; yes only to what was asked', async () => {
    await app.bench.say({ phone: anna }, { purposes: ['offers'] });
    await ring();
    await app.answer();
    await presses(payload(1), noon + 5 * minute);
    expect(await consent()).toMatchObject({ offers: 'opted-out', orders: 'opted-out' });
  });

  test('a no to one purpose stays one: the others are asked for', async () => {
    await app.bench.say(
      { phone: anna },
      { action: 'revoked', purposes: ['offers'], level: 3, provider: true, eventId: 'no' },
    );
    await ring();
    await app.answer();
    await presses(payload(0), noon + 5 * minute);
    expect(await consent()).toMatchObject({ offers: 'opted-out', orders: 'opted-in' });
  });

  test('opens no window: without a message of theirs it is the template or nothing', async () => {
    await ring();
    expect(await rowsWhere(app.bench.table, /./).then((rows) => rows.filter(({ sk }) => sk === 'W'))).toEqual([]);
    await app.change({ telephone: { ...calls, welcome: [] } });
    await app.answer();
    expect(app.sent).toEqual([]);
    expect(await codes()).toEqual([['no-template']]);
  });

  test('inside an open window it is a question with a button for each purpose', async () => {
    await app.hear(textMessage(anna, 'wamid.hi', noon, 'hello'));
    await ring();
    await app.answer();
    expect(message().template).toBeUndefined();
    expect(message().text).toContain('I agree to receive offers and discounts and updates on your orders');
    expect(message().buttons?.map(({ id }) => id.split(':').at(-1))).toEqual(['y0', 'y1', 'n']);
  });

  test.each([
    ['paused', { status: { is: 'paused', since: noon, at: noon } }, undefined, 'template-paused'],
    ['in review', { status: { is: 'pending', since: noon, at: noon } }, undefined, 'template-pending'],
    ['the other way round', {}, ['No, thanks', 'Yes, I agree'], 'template-buttons'],
    ['with one button', {}, ['Yes, I agree'], 'template-buttons'],
    ['with three', {}, ['Yes', 'No', 'Later'], 'template-buttons'],
  ] as const)('a template %s is not sent, and the send record says so', async (_, change, buttons, code) => {
    await app.approve(change as never, buttons);
    await ring();
    await app.answer();
    expect(app.sent).toEqual([]);
    expect(await codes()).toEqual([[code]]);
    // It took nobody's week.
    await app.approve();
    app.bench.setNow(noon + 3 * minute);
    await ring('CA2');
    await app.answer();
    expect(app.sent).toHaveLength(1);
  });

  test('what Meta counts as marketing is judged as marketing: nobody who stopped that in WhatsApp gets it', async () => {
    const here = { country: 'US', denies: 'nothing', note: 'Not what this is about', since: noon } as const;
    await app.change({ telephone: { ...calls, purposes: ['orders'] }, countryRules: [here] });
    await app.approve({ category: { is: 'marketing', since: noon, at: noon } });
    await app.bench.ledger.recordPlatformPreference(app.app, {
      ...{ person: { phone: anna }, at: noon, eventId: 'stop', value: 'stop', evidence: {} },
    });
    await ring();
    await app.answer();
    expect(await codes()).toEqual([['nothing-to-ask']]);
    app.bench.setNow(noon + 3 * minute);
    await app.approve({ category: { is: 'utility', since: noon, at: noon } });
    await ring('CA2');
    await app.answer();
    expect(app.sent).toHaveLength(1);
  });

  test('a template that does not arrive in the country is not sent: there it is the template that counts', async () => {
    await app.approve({ category: { is: 'marketing', since: noon, at: noon } });
    await ring();
    await app.answer();
    expect(await codes()).toEqual([['country-not-served']]);
    app.bench.setNow(noon + 3 * minute);
    await app.approve({ category: { is: 'utility', since: noon, at: noon } });
    await ring('CA2');
    await app.answer();
    expect(app.sent).toHaveLength(1);
  });

  test('a template that serves another purpose than is asked for is not sent', async () => {
    await app.change({ telephone: { ...calls, purposes: ['offers'] } });
    await app.approve({ purposes: { acme: 'orders' } });
    await ring();
    await app.answer();
    expect(app.sent).toEqual([]);
    expect(await codes()).toEqual([['template-purpose']]);
  });

  test('the next day is too late', async () => {
    await ring();
    app.bench.setNow(noon + minute + 24 * hour);
    await app.answer();
    expect(app.sent).toEqual([]);
    expect(await codes()).toEqual([['too-late']]);
  });

  test.each([
    '',
    'anonymous',
    'Anonymous',
    'client:anna',
    '+266696687',
    '266696687',
    '+7378742833',
    'sip:anna@example.com',
    'unknown',
    '+1',
    '+15551',
  ])('from "%s" is nothing, and answered', async (From) => {
    expect(await ring('CA1', { From })).toMatchObject({ status: 200, body: expect.stringContaining('<Reject') });
    expect(await entries()).toEqual([]);
    expect(output).toContain('"CallIgnored":1');
  });

  test('to a number that the app does not have is kept aside, and counted', async () => {
    expect(await ring('CA1', { To: '+18005550000' })).toMatchObject({ status: 200 });
    expect(await entries()).toEqual([]);
    expect(await asideRows(app.bench.table)).toMatchObject([{ why: 'unknown-number' }]);
    expect(output).toContain('"UnknownNumberKept":1');
  });

  test('a call of ours that they did not take is none of theirs', async () => {
    await ring('CA1', { From: acmePhone, To: `+${anna}`, Direction: 'outbound-api', CallStatus: 'no-answer' });
    expect(await entries()).toEqual([]);
  });

  test.each([
    ['the call is over, and was taken', { CallStatus: 'completed', CallDuration: '41' }],
    ['somebody answered the dial', { CallStatus: 'in-progress', DialCallStatus: 'completed' }],
    ['whom it was handed to talks', { CallStatus: 'in-progress', DialCallStatus: 'answered' }],
  ])('where %s is none', async (_, more) => {
    expect(await ring('CA1', more)).toMatchObject({ status: 200 });
    expect(await entries()).toEqual([]);
    await ring('CA1', { CallStatus: 'in-progress', DialCallStatus: 'no-answer' });
    expect(await entries()).toHaveLength(1);
  });

  test('is nothing while it is switched off, or its point is paused', async () => {
    await app.change({ telephone: { ...calls, missedCalls: { enabled: false } } });
    await ring();
    await app.change({ telephone: calls });
    await ring('CA2');
    const points = pointStore(app.bench.table);
    const { point } = (await points.find(String((await entries())[0]?.point).slice(3))) ?? {};
    if (point === undefined) throw new Error('There is no point.');
    await points.replace(point, { ...point, status: 'paused', version: 2 });
    await ring('CA3');
    expect(await entries()).toHaveLength(1);
  });

  test('what is switched off before the welcome went out is not sent', async () => {
    await ring();
    await app.change({ telephone: { ...calls, missedCalls: { enabled: false } } });
    await app.answer();
    expect(app.sent).toEqual([]);
  });

  test('no log has a number, a call or a secret', async () => {
    const secret = await app.hook();
    await ring();
    await app.at(secret, 'GET', fixture('exotel/passthru-missed-call.json'));
    await app.answer();
    for (const hidden of [anna, acmePhone.slice(1), '8789489697', secret, secret.slice(20)])
      expect(output).not.toContain(hidden);
  });
});

describe('who is not Twilio', () => {
  test('signs with another token: 401 before anything is read', async () => {
    expect(await ring('CA1', {}, { token: 'f'.repeat(32) })).toMatchObject({ status: 401 });
    expect(await entries()).toEqual([]);
    expect(output).toContain('"TwilioRefused":1');
  });

  test('a signed request that is no call is kept aside, and answered', async () => {
    expect(await app.twilio('missed-call', { Hello: 'there' })).toMatchObject({ status: 200 });
    expect(await asideRows(app.bench.table)).toMatchObject([{ why: 'call-unreadable' }]);
  });
});
