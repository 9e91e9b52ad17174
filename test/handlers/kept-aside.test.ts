import { beforeEach, describe, expect, it } from 'vitest';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey } from '../support/api/http-event.ts';
import { sms } from '../support/ledger/sms-notification.ts';
import { delivery, messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { refuseWrites } from '../support/table/refused-writes.ts';
import { asideRows, ledgerRows, rowsWhere } from '../support/table/rows.ts';

const minute = 60_000;
const number = acme.whatsapp.phoneNumberId;
const smsNumber = '+15550100001';
const anna = '525512345678';
let api: TestApi;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});

const path = '/v1/apps/acme/kept-aside';
const keep = (why: string, part: unknown) => keptAside(api.table, () => api.now).keep(why, part);
/** As the webhook keeps an item of a list. */
const item = (message: object, phoneNumberId = number) => ({
  ...{ field: 'messages', list: 'messages', phoneNumberId, receivedAt: start - minute, item: message },
});
const stop = (id = 'wamid.1', from = anna) => textMessage(from, id, start - 2 * minute, 'ALTO');
const hologram = { ...stop(), type: 'hologram', text: undefined, hologram: { body: 'no more' } };
const keptSms = (to: string, from = `+${anna}`, body = 'no more') => ({
  message: JSON.stringify(sms(from, to, body, 'sms-1')),
  ...{ id: 'notification-1', receivedAt: start - minute },
});
const key = (apps: string, scopes = 'users:read consent:write') => ({ keyId: 'key_bbbbbbbbbbbbbbbb', scopes, apps });
const list = async (who = fullKey, query: Record<string, string> = {}, from = path) =>
  (await api.call('GET', from, { key: who, query })).body;
const ids = async (who = fullKey, from = path) =>
  (await list(who, {}, from)).data.map((each: { asideId: string }) => each.asideId);
const first = async (): Promise<string> => (await ids())[0];
const act = (id: string, what: 'hear' | 'no', more: object = {}) => api.call('POST', `${path}/${id}/${what}`, more);
const ownApp = (appId: string, phoneNumberId: string, phone: string) =>
  api.call('POST', '/v1/apps', {
    body: {
      ...acme,
      ...{ appId, displayName: appId, smsName: appId, whatsapp: { ...acme.whatsapp, phoneNumberId, phone } },
    },
  });

describe('the list', () => {
  it('says why, when, where it came to, who wrote it and what, the oldest first', async () => {
    await keep('unknown-message-type', item(hologram));
    api.now += minute;
    await keep('sms-without-time', keptSms(smsNumber));
    expect(await list()).toMatchObject({
      data: [
        {
          ...{
            why: 'unknown-message-type',
            channel: 'whatsapp',
            receivedBy: number,
            appIds: ['acme'],
            needsUser: false,
          },
          ...{ keptAt: '2026-11-21T10:00:00.000Z', receivedAt: '2026-11-21T09:59:00.000Z' },
          messages: [{ phone: `+${anna}`, saidAt: '2026-11-21T09:58:00.000Z', text: 'no more' }],
          received: expect.stringContaining('hologram'),
        },
        {
          ...{ why: 'sms-without-time', channel: 'sms', receivedBy: smsNumber, appIds: ['acme'] },
          messages: [{ phone: `+${anna}`, text: 'no more' }],
        },
      ],
      nextCursor: null,
    });
  });

  it('goes on where a page ended, and shows each thing once', async () => {
    for (let n = 0; n < 7; n += 1) {
      api.now += 1000;
      await keep('unknown-message-type', item({ ...hologram, id: `wamid.${n}` }));
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(fullKey, { limit: '3', ...(cursor !== null && { cursor }) });
      expect(page.data.length).toBeLessThanOrEqual(3);
      seen.push(...page.data.map(({ keptAt }: { keptAt: string }) => keptAt));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...new Set(seen)].toSorted());
  });

  it('ends a page early behind what is long, and says where it goes on', async () => {
    for (let n = 0; n < 12; n += 1) {
      api.now += 1000;
      await keep('not-json', `{ ${n} ${'x'.repeat(400_000)}`);
    }
    const page = await list();
    expect(page.data).toHaveLength(8);
    expect(page.data[0].received.length).toBe(4096);
    expect((await list(fullKey, { cursor: page.nextCursor })).data).toHaveLength(4);
  });

  it('shows what nothing can be read of as it came', async () => {
    await keep('not-json', '{"entry": STOP');
    expect((await list()).data).toMatchObject([
      { why: 'not-json', appIds: [], messages: [], needsUser: true, received: '{"entry": STOP', bytes: 14 },
    ]);
  });

  it.each([
    ['a key of another app', key('other'), 404],
    ['a key that may not see people', key('*', 'consent:write collection:read'), 403],
  ])('is not for %s', async (_name, who, status) => {
    expect((await api.call('GET', path, { key: who })).status).toBe(status);
  });

  it.each([
    ['a cursor of another list', { cursor: 'abc' }, 400],
    ['a limit of nothing', { limit: '0' }, 422],
    ['a filter that is none', { why: 'not-json' }, 422],
  ])('refuses %s', async (_name, query, status) => {
    expect((await api.call('GET', path, { query })).status).toBe(status);
  });

  it('asks a request for each of four partitions, and one more for each thing', async () => {
    await list();
    api.consumed.length = 0;
    await list();
    expect(api.consumed).toHaveLength(4);
    for (const id of ['1', '2', '3']) await keep('unknown-message-type', item({ ...hologram, id }));
    await list();
    api.consumed.length = 0;
    await list();
    expect(api.consumed).toHaveLength(7);
    expect(api.consumed.reduce((sum, { readUnits }) => sum + readUnits, 0)).toBeLessThanOrEqual(5);
  });
});

describe('what an app sees', () => {
  const other = '/v1/apps/other/kept-aside';
  const others = '106540352249999';
  beforeEach(async () => {
    await ownApp('other', others, '+52 55 0000 0009');
  });

  it('is what came to its own number', async () => {
    await keep('unknown-message-type', item(hologram));
    expect(await ids(key('acme'))).toHaveLength(1);
    expect(await ids(key('other'), other)).toEqual([]);
    expect(await ids(fullKey, other)).toEqual([]);
  });

  it('is nothing that is nobody’s, but for whoever has all apps', async () => {
    await keep('unknown-number', item(stop(), '999999999999999'));
    await keep('not-json', '{');
    expect(await ids(key('acme other'))).toEqual([]);
    expect(await ids()).toHaveLength(2);
    expect(await ids(fullKey, other)).toHaveLength(2);
  });

  it('is what came to a number that it shares only for whoever has all of its apps', async () => {
    await keep('sms-without-time', keptSms(smsNumber));
    expect(await ids(key('acme'))).toEqual([]);
    expect(await ids(key('acme other'))).toHaveLength(1);
    const id = await first();
    for (const what of ['hear', 'no'] as const) {
      expect((await act(id, what, { key: key('acme'), body: {} })).status).toBe(404);
    }
    expect(await ledgerRows(api.table)).toEqual([]);
  });

  it('is nothing that came to a number of its own and to one that is nobody’s', async () => {
    const both = [number, '999999999999999'].map((each) => messagesChange(each, { messages: [stop()] }));
    await keep('too-deep', JSON.stringify(delivery(...both)));
    expect(await ids(key('acme other'))).toEqual([]);
    expect((await list()).data).toMatchObject([{ appIds: ['acme'], messages: [{}, {}] }]);
  });

  it('cannot be dealt with by another app, nor by whoever may not see it', async () => {
    await keep('unknown-message-type', item(hologram));
    const id = await first();
    const from = (what: string, who = fullKey) => api.call('POST', `${other}/${id}/${what}`, { key: who, body: {} });
    expect((await from('no')).status).toBe(404);
    expect((await from('hear', key('acme other'))).status).toBe(404);
    expect(await ledgerRows(api.table)).toEqual([]);
    expect(await ids()).toEqual([id]);
  });

  it('is heard by every app that shares the number, in one act', async () => {
    await keep('unknown-number', keptSms(smsNumber, `+${anna}`, 'STOP'));
    expect((await act(await first(), 'hear')).body).toEqual({ came: 'stored' });
    expect((await ledgerRows(api.table)).map(({ pk }) => pk.split('#')[0]).toSorted()).toEqual(['acme', 'other']);
  });

  it('has a no recorded in every app that shares the number', async () => {
    await keep('sms-without-time', keptSms(smsNumber));
    const { body } = await act(await first(), 'no');
    expect(body.data.map(({ appId }: { appId: string }) => appId).toSorted()).toEqual(['acme', 'other']);
    expect(await ledgerRows(api.table)).toMatchObject([{ action: 'revoked' }, { action: 'revoked' }]);
  });
});

describe('hearing again', () => {
  it('records what it says at its own time, takes it away, and is kept in the audit list', async () => {
    await keep('unknown-number', item(stop()));
    const id = await first();
    expect(await act(id, 'hear')).toMatchObject({ status: 200, body: { came: 'stored' } });
    expect(await ledgerRows(api.table)).toMatchObject([
      { action: 'revoked', level: 3, at: start - 2 * minute, src: 'whatsapp-message' },
    ]);
    expect(await asideRows(api.table)).toEqual([]);
    expect(await ids()).toEqual([]);
    expect((await api.call('GET', '/v1/audit')).body.data).toContainEqual(
      expect.objectContaining({
        ...{ operation: 'hearKeptAside', target: id, appId: 'acme', by: fullKey.keyId, status: 200 },
      }),
    );
  });

  it('a second time changes nothing, and says that nothing is there', async () => {
    await keep('unknown-number', item(stop()));
    const id = await first();
    await act(id, 'hear');
    expect((await act(id, 'hear')).status).toBe(404);
    expect(await ledgerRows(api.table)).toHaveLength(1);
  });

  it('twice at once records it once', async () => {
    await keep('unknown-number', item(stop()));
    const id = await first();
    const answers = await Promise.all([act(id, 'hear'), act(id, 'hear')]);
    for (const { status } of answers) expect([200, 404]).toContain(status);
    expect(await ledgerRows(api.table)).toHaveLength(1);
    expect(await asideRows(api.table)).toEqual([]);
  });

  it('leaves what still cannot be heard where it lies, and says why', async () => {
    await keep('unknown-message-type', item(hologram));
    const id = await first();
    const before = await asideRows(api.table);
    for (const _ of [1, 2]) expect((await act(id, 'hear')).body).toEqual({ came: 'kept', why: 'unknown-message-type' });
    expect(await asideRows(api.table)).toEqual(before);
    expect(await ids()).toEqual([id]);
  });

  it('leaves it where it lies when the store does not answer, and asks to try again', async () => {
    await keep('unknown-number', item(stop()));
    const id = await first();
    let down = true;
    api.table.documents.middlewareStack.add(
      (next, context) => (args) => {
        if (down && String(context.commandName).startsWith('Transact')) throw new Error('socket hang up');
        return next(args);
      },
      { step: 'initialize', name: 'noAnswer', priority: 'high' },
    );
    expect(await act(id, 'hear')).toMatchObject({ status: 503, body: { code: 'try-again' } });
    expect(await ids()).toEqual([id]);
    down = false;
    expect((await act(id, 'hear')).body).toEqual({ came: 'stored' });
  });

  it.each([
    'asd_1',
    'asd_zzzzzzzz0000000000000000000000',
    `asd_${'x'.repeat(150)}`,
    'asd_00000000AAAAAAAAAAAAAAAAAAAAAA',
  ])('of what is not there is 404: %s', async (id) => {
    for (const what of ['hear', 'no'] as const) expect((await act(id, what)).status).toBe(404);
  });
});

describe('a no that somebody read', () => {
  it('is recorded of everything at the time of the message, with what it was read in and by whom', async () => {
    await keep('unknown-message-type', item(hologram));
    const id = await first();
    api.now += minute;
    const { status, body } = await act(id, 'no');
    expect([status, body.data]).toMatchObject([
      201,
      [{ appId: 'acme', saidAt: '2026-11-21T09:58:00.000Z', recordedAt: '2026-11-21T10:01:00.000Z' }],
    ]);
    const [{ userId }] = body.data;
    const [entry] = (await api.call('GET', `/v1/apps/acme/users/${userId}/statements`)).body.data;
    expect(entry).toMatchObject({
      ...{ action: 'revoked', purposes: 'all', by: 'data-subject', firstHand: false },
      evidence: {
        ...{ text: 'no more', messageId: 'wamid.1', operator: fullKey.keyId },
        documentRef: expect.stringMatching(/^aside:2026-11-21T10:00:00\.000Z#/),
        identifiers: { waId: anna },
      },
    });
    expect((await api.call('GET', '/v1/audit')).body.data).toContainEqual(
      expect.objectContaining({ operation: 'recordKeptNo', target: id }),
    );
  });

  it('settles it: it waits for nobody, and lies on whole', async () => {
    await keep('unknown-message-type', item(hologram));
    const id = await first();
    const [before] = await asideRows(api.table);
    await act(id, 'no');
    expect(await ids()).toEqual([]);
    const [after] = await asideRows(api.table);
    if (before === undefined) throw new Error('Nothing lies aside.');
    const { upk: _upk, usk: _usk, ...rest } = before;
    expect(after).toEqual({ ...rest, settledBy: fullKey.keyId });
    // A later version may understand it, and hears the person's own word.
    expect((await act(id, 'hear')).body).toEqual({ came: 'kept', why: 'unknown-message-type' });
  });

  it('a second time gets the first answer, whoever repeats it', async () => {
    await keep('unknown-message-type', item(hologram));
    const id = await first();
    const one = await act(id, 'no');
    api.now += minute;
    const again = await act(id, 'no', { key: key('*') });
    expect(again.body).toEqual(one.body);
    expect(await ledgerRows(api.table)).toHaveLength(1);
    expect((await asideRows(api.table))[0]?.settledBy).toBe(fullKey.keyId);
  });

  it('is not settled when it could not be recorded, and is recorded by the next try', async () => {
    await keep('unknown-message-type', item(hologram));
    const id = await first();
    let down = true;
    api.table.documents.middlewareStack.add(
      (next, context) => (args) => {
        if (down && String(context.commandName).startsWith('Transact')) throw new Error('socket hang up');
        return next(args);
      },
      { step: 'initialize', name: 'noAnswer', priority: 'high' },
    );
    expect((await act(id, 'no')).status).toBeGreaterThanOrEqual(500);
    expect(await ids()).toEqual([id]);
    down = false;
    expect((await act(id, 'no')).status).toBe(201);
    expect(await ids()).toEqual([]);
  });

  it('stands without its words where the table does not take them', async () => {
    await keep('unknown-message-type', item(hologram));
    const id = await first();
    refuseWrites(api.table, (input, command) => command.startsWith('Transact') && input.includes('no more'));
    expect((await act(id, 'no')).status).toBe(201);
    expect(await ledgerRows(api.table)).toHaveLength(1);
  });

  it('names the person where the message does not, and only there', async () => {
    await keep('not-json', '{"entry": STOP');
    const unread = await first();
    const user = { phone: `+${anna}` };
    expect(await act(unread, 'no', { body: {} })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/user', code: 'required' }] },
    });
    expect(await ids()).toEqual([unread]);
    expect((await act(unread, 'no', { body: { user } })).body.data).toMatchObject([
      { appId: 'acme', saidAt: '2026-11-21T10:00:00.000Z' },
    ]);
    await keep('unknown-message-type', item(hologram));
    expect(await act(await first(), 'no', { body: { user } })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/user', code: 'known-already' }] },
    });
  });

  it('of what several people wrote is said of whom it is', async () => {
    const change = {
      field: 'holograms',
      value: { metadata: { phone_number_id: number }, items: [stop(), stop('w', '525599990000')] },
    };
    await keep('unknown-field', change);
    expect((await list()).data).toMatchObject([
      { needsUser: true, appIds: ['acme'], messages: [{ text: 'ALTO' }, {}] },
    ]);
    expect((await act(await first(), 'no')).status).toBe(422);
  });

  it('of what is nobody’s is recorded in the app where it was read, and can still be heard by its own', async () => {
    await keep('unknown-number', item(stop(), '999999999999999'));
    const id = await first();
    expect((await act(id, 'no')).body.data).toMatchObject([{ appId: 'acme' }]);
    await ownApp('other', '999999999999999', '+52 55 0000 0009');
    expect((await api.call('POST', `/v1/apps/other/kept-aside/${id}/hear`)).body).toEqual({ came: 'stored' });
    expect((await rowsWhere(api.table, /^other#L#/))[0]).toMatchObject({ action: 'revoked', level: 3 });
  });

  it.each([
    ['a field that is none', { text: 'x' }],
    ['nobody', { user: {} }],
    ['a number that cannot be', { user: { phone: '12' } }],
  ])('is refused with %s', async (_name, body) => {
    await keep('not-json', '{');
    expect((await act(await first(), 'no', { body })).status).toBe(422);
    expect(await ledgerRows(api.table)).toEqual([]);
  });

  it('needs a key that may record what people say', async () => {
    await keep('unknown-message-type', item(hologram));
    const id = await first();
    for (const what of ['hear', 'no'] as const) {
      expect((await act(id, what, { key: key('*', 'users:read') })).status).toBe(403);
    }
  });
});

describe('what came through Twilio', () => {
  const ours = '+12125550101';
  const keptOf = (fields: Record<string, string>, receivedAt = start - minute) => ({
    twilio: {
      appId: 'acme',
      contentType: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ From: `+${anna}`, To: ours, NumMedia: '0', ...fields }).toString(),
    },
    receivedAt,
  });
  beforeEach(async () => {
    const smsNumbers = [{ phone: ours, country: 'US', provider: 'twilio' }];
    expect(await api.call('PATCH', '/v1/apps/acme', { body: { smsNumbers } })).toMatchObject({ status: 200 });
  });

  it('is shown, heard as of its first receipt, once, and taken away', async () => {
    await keep('unknown-number', keptOf({ MessageSid: 'SM1', Body: 'STOP', SmsStatus: 'received' }));
    expect((await list()).data).toMatchObject([
      { channel: 'sms', receivedBy: ours, appIds: ['acme'], messages: [{ phone: `+${anna}`, text: 'STOP' }] },
    ]);
    expect(await act(await first(), 'hear')).toMatchObject({ status: 200, body: { came: 'stored' } });
    await keep('unknown-number', keptOf({ MessageSid: 'SM1', Body: 'STOP' }));
    expect(await act(await first(), 'hear')).toMatchObject({ status: 200, body: { came: 'stored' } });
    expect(await ledgerRows(api.table)).toMatchObject([{ action: 'revoked', at: start - minute }]);
    expect(await asideRows(api.table)).toEqual([]);
  });

  it('is a message whatever Twilio says of its status, unless that is of one of ours', async () => {
    await keep('unknown-number', keptOf({ MessageSid: 'SM2', Body: 'STOP', MessageStatus: 'received' }));
    expect(await act(await first(), 'hear')).toMatchObject({ body: { came: 'stored' } });
    expect(await ledgerRows(api.table)).toMatchObject([{ action: 'revoked' }]);
    await keep('refused-x', keptOf({ From: ours, To: `+${anna}`, MessageSid: 'SM3', MessageStatus: 'failed' }));
    expect(await act(await first(), 'hear')).toMatchObject({ body: { came: 'stored' } });
    expect(await ledgerRows(api.table)).toHaveLength(1);
  });

  it('stays where it lies while the app does not have the number', async () => {
    await keep('unknown-number', keptOf({ MessageSid: 'SM4', Body: 'STOP', To: '+12125550177' }));
    const id = await first();
    if (id !== undefined) expect((await act(id, 'hear')).body).toMatchObject({ came: 'kept' });
    expect(await ledgerRows(api.table)).toEqual([]);
    expect(await asideRows(api.table)).toHaveLength(1);
  });
});

it('a message that is heard again is told to who wants messages', async () => {
  await api.call('PATCH', '/v1/apps/acme', { body: { events: { messages: true } } });
  await keep('app-unknown', item(stop()));
  await act(await first(), 'hear');
  const events = await rowsWhere(api.table, /#V#~/);
  expect(events.map(({ whole }) => JSON.parse(String(whole)))).toMatchObject([
    { type: 'message.received', appId: 'acme', data: { messageId: 'wamid.1', text: 'ALTO' } },
  ]);
});
