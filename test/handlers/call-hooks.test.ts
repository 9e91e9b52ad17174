import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callHookStore } from '../../lambdas/adapters/dynamodb/admin/call-hook-store.ts';
import { presets } from '../../lambdas/domain/telephone/call-mapping.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { asideRows, rowsWhere } from '../support/table/rows.ts';
import { consentOf } from '../support/table/table-audit.ts';
import { type CallingApp, callingApp, calls } from '../support/telephone/calling-app.ts';

const fixture = (file: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')) as Record<string, string>;
const [missed, digits] = [fixture('exotel/passthru-missed-call.json'), fixture('exotel/passthru-digits.json')];
const caller = '918789489697';
/** The number of the fixtures. */
const phone = '+918047112233';

let app: CallingApp;
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  app = await callingApp({ ...calls, numbers: [{ phone }] });
  app.bench.setNow(noon + 60_000);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const entries = () => rowsWhere(app.bench.table, /#L#/);
const spoken = {
  noticeId: 'hello',
  noticeVersion: 1,
  noticeLocale: 'en',
  noticeHash: 'x',
  text: 'Press 1.',
  purposes: ['offers', 'orders'],
  offersNo: false,
};

describe('Exotel', () => {
  test('a missed call by GET, with national numbers, is one call of that person', async () => {
    const secret = await app.hook();
    expect(await app.at(secret, 'GET', missed)).toMatchObject({ status: 200 });
    expect(await app.at(secret, 'GET', missed)).toMatchObject({ status: 200 });
    expect(await entries()).toMatchObject([
      { kind: 'call', body: { callId: missed.CallSid, identifiers: { phone: `+${caller}` }, receivedBy: phone } },
    ]);
    await app.answer();
    expect(app.sent).toMatchObject([{ to: { waId: caller } }]);
  });

  test('a key in quotation marks is a request, where the words of the menu are known', async () => {
    await app.at(await app.hook({ spoken }), 'GET', digits);
    expect(await entries()).toMatchObject([
      { action: 'requested', level: 2, notice: 'hello@1', body: { digits: '1', spokenText: 'Press 1.' } },
    ]);
    expect(await consentOf(app.bench, { phone: caller })).toMatchObject({ offers: 'pending' });
  });

  test('without them only a no counts', async () => {
    const secret = await app.hook();
    await app.at(secret, 'GET', digits);
    expect(await entries()).toEqual([]);
    await app.at(secret, 'GET', { ...digits, digits: '"2"' });
    expect(await entries()).toMatchObject([{ action: 'refused', level: 2 }]);
  });

  test('a key says yes to what was said before it, and never to what is asked for since', async () => {
    const secret = await app.hook({ spoken: { ...spoken, purposes: ['offers'] } });
    await app.at(secret, 'GET', digits);
    expect(await entries()).toMatchObject([{ action: 'requested', purposes: ['offers'] }]);
  });

  test('a no that its words offer counts whatever the settings are by now', async () => {
    const secret = await app.hook({ spoken: { ...spoken, offersNo: true } });
    await app.change({ telephone: { numbers: [{ phone }], purposes: ['offers'] } });
    await app.at(secret, 'GET', { ...digits, digits: '"2"' });
    expect(await entries()).toMatchObject([{ action: 'refused', purposes: ['offers', 'orders'] }]);
  });

  test('a call that somebody took is no missed call', async () => {
    const secret = await app.hook();
    await app.at(secret, 'GET', { ...missed, DialCallDuration: '17' });
    expect(await entries()).toEqual([]);
    await app.at(secret, 'GET', { ...digits, DialCallDuration: '17', digits: '"2"' });
    expect(await entries()).toMatchObject([{ action: 'refused' }]);
  });

  test('no key is no missed call', async () => {
    await app.at(await app.hook({ spoken }), 'GET', { ...digits, digits: '""' });
    expect(await entries()).toEqual([]);
  });

  test('the status that is posted later is nothing, and answered', async () => {
    const body = `CallSid=${missed.CallSid}&Status=no-answer&DateUpdated=2024-11-06+11%3A01%3A00`;
    expect(await app.at(await app.hook(), 'POST', {}, body)).toMatchObject({ status: 200 });
    expect(await entries()).toEqual([]);
    expect(await asideRows(app.bench.table)).toEqual([]);
  });

  test('somebody who only looks calls nobody', async () => {
    expect(await app.at(await app.hook(), 'HEAD', missed)).toMatchObject({ status: 200 });
    expect(await entries()).toEqual([]);
  });
});

describe('the secret', () => {
  test('another one, of another app, or of none is 401 before anything is read', async () => {
    const secret = await app.hook();
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    for (const each of [wrong, secret.slice(0, 16), `${'0'.repeat(16)}-${'x'.repeat(43)}`, '%2e', `${secret}x`]) {
      expect(await app.at(each, 'GET', missed)).toMatchObject({ status: 401 });
    }
    const other = await callHookStore(app.bench.table).create({
      ...{ appId: 'cafe', provider: 'exotel', mapping: presets.exotel, createdAt: noon },
    });
    expect(await app.at(other.secret, 'GET', missed)).toMatchObject({ status: 401 });
    expect(await entries()).toEqual([]);
    expect(await asideRows(app.bench.table)).toEqual([]);
  });

  test('after a rotation both are good until the old one ends; after a second one the first is not', async () => {
    const hooks = callHookStore(app.bench.table);
    const first = await app.hook();
    const [{ hookId = '' } = {}] = await hooks.list('acme');
    const second = await hooks.rotate('acme', hookId, 60, app.bench.now());
    const at = async (secret = '') => (await app.at(secret, 'HEAD', {})).status;
    expect([await at(first), await at(second?.secret)]).toEqual([200, 200]);
    app.bench.setNow(app.bench.now() + 59_999);
    expect(await at(first)).toBe(200);
    app.bench.setNow(app.bench.now() + 1);
    expect([await at(first), await at(second?.secret)]).toEqual([401, 200]);
    await hooks.remove('acme', hookId);
    expect(await at(second?.secret)).toBe(401);
  });

  test('lies nowhere in the table', async () => {
    const secret = await app.hook();
    expect(JSON.stringify(await rowsWhere(app.bench.table, /./))).not.toContain(secret.slice(17));
  });
});

describe('other providers', () => {
  test('MyOperator: JSON in a field of a form', async () => {
    const secret = await app.hook({ provider: 'myoperator', mapping: presets.myoperator, phone });
    const myoperator = {
      _cr: '8789489697',
      _cl: `+${caller}`,
      _cy: '91',
      _ci: 'c1',
      _ai: 'my-1',
      _ev: 2,
      _su: 2,
      _ld: [],
    };
    const taken = { ...myoperator, _ai: 'my-0', _su: 1 };
    await app.at(secret, 'POST', {}, `myoperator=${encodeURIComponent(JSON.stringify(taken))}`);
    expect(await entries()).toEqual([]);
    await app.at(secret, 'POST', {}, `myoperator=${encodeURIComponent(JSON.stringify(myoperator))}`);
    expect(await entries()).toMatchObject([
      { kind: 'call', body: { callId: 'my-1', identifiers: { phone: `+${caller}` } } },
    ]);
  });

  test('CallerDesk: only what comes in by its IVR', async () => {
    const secret = await app.hook({ provider: 'callerdesk', mapping: presets.callerdesk });
    const call = { SourceNumber: '08789489697', DestinationNumber: '08047112233', Status: 'missed', CallSid: 'cd-1' };
    await app.at(secret, 'GET', { ...call, Direction: 'WEBOBD' });
    await app.at(secret, 'GET', { ...call, Direction: 'IVR', TalkDuration: '00:00:09' });
    expect(await entries()).toEqual([]);
    await app.at(secret, 'GET', { ...call, Direction: 'IVR', TalkDuration: '0' });
    expect(await entries()).toMatchObject([{ kind: 'call' }]);
  });

  test('any: JSON by a path, digits with a country code, a condition', async () => {
    const places = { caller: 'call.from.number', called: 'call.to.0', callId: 'call.id' };
    const only = { at: 'call.state', is: ['missed'] };
    const mapping = { method: 'POST', in: 'json', numbers: 'digits', ...places, only } as const;
    const secret = await app.hook({ provider: 'generic', mapping });
    const call = { id: 7, state: 'missed', from: { number: caller }, to: [phone.slice(1)] };
    await app.at(secret, 'POST', {}, JSON.stringify({ call: { ...call, state: 'ringing' } }));
    expect(await entries()).toEqual([]);
    await app.at(secret, 'POST', {}, JSON.stringify({ call }));
    expect(await entries()).toMatchObject([{ kind: 'call', body: { callId: '7' } }]);
  });

  test.each([
    ['not JSON', 'hello'],
    ['no object', '3'],
    ['no id', JSON.stringify({ from: caller, to: phone })],
    ['an id of another kind', JSON.stringify({ id: { a: 1 }, from: caller, to: phone })],
    ['an inherited name', JSON.stringify({ from: caller, to: phone, constructor: 'x' })],
    ['an id with a line break', JSON.stringify({ id: 'a\nb', from: caller, to: phone })],
  ])('%s is kept aside, and answered', async (_, body) => {
    const mapping = {
      method: 'POST',
      in: 'json',
      caller: 'from',
      called: 'to',
      callId: 'id',
      numbers: 'e164',
    } as const;
    const secret = await app.hook({ provider: 'generic', mapping });
    expect(await app.at(secret, 'POST', {}, body)).toMatchObject({ status: 200 });
    expect(await asideRows(app.bench.table)).toMatchObject([{ why: 'call-unreadable' }]);
    expect(await entries()).toEqual([]);
  });
});
