import { describe, expect, it, test } from 'vitest';
import { gupshupItems } from '../../../../lambdas/adapters/deliveries/gupshup-items.ts';
import { isOwnSecret } from '../../../../lambdas/adapters/providers/gupshup/secret.ts';
import { gupshupMessage, gupshupV2, messageEvent } from '../../../support/providers/gupshup.ts';

const receivedAt = Date.UTC(2026, 10, 20, 12);
const drew = '919163805873';
const read = (callback: unknown, body = Buffer.from(JSON.stringify(callback))) =>
  gupshupItems({ appId: 'acme', number: '106540352242922', body, receivedAt });

describe('a callback', () => {
  it('names the app whose address it came to, on everything about a person', () => {
    const [item, ...others] = read(gupshupMessage('m1', drew, receivedAt, 'text', { text: 'Hi' }));
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      ...{ event: 'message', provenBy: 'acme', receivedBy: '106540352242922', messageId: 'm1', at: receivedAt },
      ...{ text: 'Hi', opensWindow: true, person: { phone: drew }, received: { waId: drew } },
    });
  });

  test.each([
    ['postbackText', { title: 'Yes', id: 'gs-1', postbackText: 'optin_yes' }, 'optin_yes'],
    ['the id where there is none', { title: 'Yes', id: 'optin_yes' }, 'optin_yes'],
    ['a number', { title: 'Yes', id: 7 }, '7'],
    ['ours, wherever it stands', { title: 'Yes', id: 'optledger:keep', postbackText: 'x' }, 'optledger:keep'],
  ])('has behind a button %s', (_, payload, id) => {
    const [item] = read(gupshupMessage('m1', drew, receivedAt, 'button_reply', payload));
    expect(item).toMatchObject({ payload: { from: 'reply-button', id } });
    expect(item).not.toHaveProperty('text', expect.anything());
  });

  test.each(['text', 'quick_reply'])('has a quick reply under the type %s', (type) => {
    const payload = { text: 'No', type: 'button', postbackText: 'p-1' };
    const [item] = read(gupshupMessage('m1', drew, receivedAt, type, payload));
    expect(item).toMatchObject({ payload: { from: 'template-button', id: 'p-1' }, text: undefined });
  });

  it('shows number and account together only where it names both', () => {
    const sender = { phone: drew, userid: 'IN.13491208655302741918' };
    const message = { id: 'm1', source: drew, type: 'text', payload: { text: 'Hi' }, sender };
    const [item] = read({ timestamp: receivedAt, version: 2, type: 'message', payload: message });
    expect(item).toMatchObject({ person: { phone: drew, bsuid: 'IN.13491208655302741918' } });
  });

  it('tells of the ad by which the chat began', () => {
    const referral = { source_type: 'ad', source_id: '12', ctwa_clid: 'c' };
    const message = { id: 'm1', source: drew, type: 'text', payload: { text: 'Hi' }, referral };
    const [item] = read({ timestamp: receivedAt, version: 2, type: 'message', payload: message });
    expect(item).toMatchObject({ referral: { sourceType: 'ad', sourceId: '12', clickId: 'c' } });
  });

  it('may come with others', () => {
    const two = [1, 2].map((n) => gupshupMessage(`m${n}`, drew, receivedAt, 'text', { text: 'Hi' }));
    expect(read(two).map((item) => 'messageId' in item && item.messageId)).toEqual(['m1', 'm2']);
  });

  it('comes in one list with webhooks of version 3, and with what is neither', () => {
    const v3 = (id: string) => ({ entry: [{ changes: [change(id)] }] });
    const change = (id: string) => ({
      field: 'messages',
      value: { messages: [{ id, from: drew, timestamp: '1795176000', type: 'text', text: { body: 'STOP' } }] },
    });
    const preference = { wa_id: drew, category: 'marketing_messages', value: 'stop', timestamp: 1_795_176_000 };
    const items = read([
      gupshupMessage('m1', drew, receivedAt, 'text', { text: 'Hi' }),
      v3('m2'),
      gupshupV2('preference-event', { payload: { user_preferences: [preference] } }, receivedAt),
      { app: 'DemoApp', payload: { text: 'STOP' } },
      v3('m3'),
    ]).filter(({ event }) => event !== 'ignored');
    expect(items.map((item) => ('messageId' in item ? item.messageId : item.event)).sort()).toEqual(
      ['m1', 'm2', 'm3', 'preference', 'unreadable'].sort(),
    );
    for (const item of items) if ('person' in item) expect(item).toMatchObject({ provenBy: 'acme' });
  });

  it('tells nothing of templates: its secret is of one app, and an account may be of others', () => {
    const value = {
      message_template_name: 'sale',
      message_template_language: 'en',
      previous_category: 'MARKETING',
      new_category: 'UTILITY',
    };
    const changes = [{ field: 'template_category_update', value }];
    const items = read({ entry: [{ id: '102290129340398', time: 1_795_176_000, changes }] });
    expect(items.map(({ event }) => event)).toEqual(['ignored']);
  });

  it('is kept aside once for one reason, however much of it cannot be read', () => {
    const unknown = Array.from({ length: 50 }, (_, n) => gupshupV2('user-event', { type: `new-${n}` }, receivedAt));
    expect(read(unknown)).toHaveLength(1);
  });

  it('hides no bytes that are no text behind a number that is missing', () => {
    const v3 = '{"entry":[{"changes":[{"field":"messages","value":{"messages":[],"x":"?"}}]}]}';
    const bytes = Buffer.from(v3.replace('?', '\u00ff'), 'latin1');
    expect(read(undefined, bytes)).toContainEqual(expect.objectContaining({ event: 'unreadable', why: 'not-utf8' }));
  });

  it('hides nothing behind bytes that are no text', () => {
    const text = JSON.stringify(gupshupMessage('m1', drew, receivedAt, 'text', { text: 'STOP' }));
    const body = Buffer.concat([
      Buffer.from(text.slice(0, -1)),
      Buffer.from(',"x":"'),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    const items = read(undefined, body);
    expect(items).toMatchObject([
      { event: 'message', text: 'STOP' },
      { event: 'unreadable', why: 'not-utf8' },
    ]);
    expect(items[1]).toMatchObject({ part: { gupshup: { base64: expect.any(String) } } });
  });

  it('never throws, however deep it nests', () => {
    const deep = `{"type":"preference-event","payload":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(read(undefined, Buffer.from(deep)).at(-1)).toMatchObject({ event: 'unreadable', why: 'too-deep' });
    const v3 = `{"entry":[{"changes":[{"field":"messages","value":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}]}]}`;
    expect(() => read(undefined, Buffer.from(v3))).not.toThrow();
  });
});

describe('1012', () => {
  const status = (more: object) => ({
    entry: [
      {
        changes: [
          {
            field: 'messages',
            value: {
              statuses: [{ id: 'wamid.1', status: 'failed', timestamp: '1795176000', recipient_id: drew, ...more }],
            },
          },
        ],
      },
    ],
  });
  const told = {
    event: 'told',
    says: 'opted-out',
    source: 'messaging-provider',
    provenBy: 'acme',
    person: { phone: drew },
  };

  it('is a no in both versions, under one name', () => {
    const [v2] = read(messageEvent(drew, 1_795_176_000_000, { gsId: 'gs-1', payload: { code: 1012, reason: 'x' } }));
    const v3 = read(status({ gs_id: 'gs-1', errors: [{ code: 1012, title: 'x' }] })).filter(
      ({ event }) => event !== 'ignored',
    );
    expect(v3).toHaveLength(1);
    for (const item of [v2, v3[0]]) expect(item).toMatchObject({ ...told, at: 1_795_176_000_000, messageId: 'gs-1' });
    expect(v2).toHaveProperty('eventId', (v3[0] as { eventId: string }).eventId);
  });

  it.each([1002, 1006, 1008, 1013, 131_026])('is not %s', (code) => {
    expect(read(status({ errors: [{ code }] })).filter(({ event }) => event !== 'ignored')).toEqual([]);
  });
});

test('a secret is compared whole, and only if it is one', () => {
  const own = 'q7ZkN2sXw0rT4vYb8uLfDg';
  expect(isOwnSecret(own, { webhookSecret: own })).toBe(true);
  expect(isOwnSecret(own, { webhookSecret: ['a-newer-secret-0123', own] })).toBe(true);
  for (const kept of [
    undefined,
    {},
    { webhookSecret: '' },
    { webhookSecret: [own.slice(1)] },
    { webhookSecret: [1, null] },
  ]) {
    expect(isOwnSecret(own, kept)).toBe(false);
  }
  expect(isOwnSecret('', { webhookSecret: '' })).toBe(false);
  expect(isOwnSecret('short', { webhookSecret: 'short' })).toBe(false);
  expect(isOwnSecret(own, { webhookSecret: ['a-newer-secret-0123', 'another-secret-0123', own] })).toBe(false);
});
