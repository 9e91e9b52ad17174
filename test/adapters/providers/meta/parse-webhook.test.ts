import { describe, expect, test } from 'vitest';
import { parseWebhook } from '../../../../lambdas/adapters/providers/meta/parse-webhook.ts';
import type { InboundItem } from '../../../../lambdas/domain/inbound/inbound-act.ts';
import { delivery, messagesChange, textMessage, wireForm } from '../../../support/ledger/whatsapp-webhook.ts';

const number = '106540352242922';
const sent = Date.UTC(2026, 10, 20, 12);
const seconds = String(sent / 1000);
const receivedAt = sent + 123;

const parse = (body: unknown) => parseWebhook(Buffer.from(wireForm(body)), receivedAt);
const parseChanges = (...changes: unknown[]) => parse(delivery(...changes));
const only = (events: readonly InboundItem[]) => {
  expect(events).toHaveLength(1);
  return events[0];
};
const change = (field: string, items: object) => ({ ...messagesChange(number, items), field });
const message = (parts: object, value: object = {}) =>
  only(
    parseChanges(
      messagesChange(number, {
        ...value,
        messages: [{ from: '16505551234', id: 'wamid.1', timestamp: seconds, ...parts }],
      }),
    ),
  );
const status = (parts: object) =>
  only(
    parseChanges(
      messagesChange(number, {
        statuses: [{ id: 'wamid.1', status: 'failed', timestamp: seconds, recipient_id: '16505551234', ...parts }],
      }),
    ),
  );

describe('a body', () => {
  test.each([
    ['{}', {}],
    ['null', null],
    ['a list', []],
    ['a string', 'hello'],
    ['entry is a number', { object: 'whatsapp_business_account', entry: 5 }],
    ['an entry is null', { entry: [null] }],
    ['changes are missing', { entry: [{ id: '1' }] }],
    ['changes is an object', { entry: [{ id: '1', changes: {} }] }],
    ['a change is a number', { entry: [{ changes: [7] }] }],
    ['value is null', { entry: [{ changes: [{ field: 'messages', value: null }] }] }],
    ['value is a string', { entry: [{ changes: [{ field: 'messages', value: 'x' }] }] }],
    ['value is empty', { entry: [{ changes: [{ field: 'messages', value: {} }] }] }],
    ['nothing in the change', { entry: [{ changes: [messagesChange(number, {})] }] }],
    ['messages is an object', { entry: [{ changes: [messagesChange(number, { messages: {} })] }] }],
    ['a message is null', { entry: [{ changes: [messagesChange(number, { messages: [null] })] }] }],
    ['an unknown field', { entry: [{ changes: [{ field: 'constructor', value: {} }] }] }],
    [
      'another product',
      {
        object: 'instagram',
        entry: [{ changes: [messagesChange(number, { messages: [textMessage('16505551234', 'w', sent, 'x')] })] }],
      },
    ],
  ])('of which nothing can be read is kept: %s', (_name, body) => {
    expect(only(parse(body))).toMatchObject({ event: 'unreadable' });
  });

  test.each([
    ['empty', Buffer.from(''), 'not-json'],
    ['half of it', Buffer.from('{"entry":['), 'not-json'],
    ['a form', Buffer.from('a=1&b=2'), 'not-json'],
    ['65 levels', Buffer.from(`${'['.repeat(65)}${']'.repeat(65)}`), 'too-deep'],
    ['a hundred thousand levels', Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'too-deep'],
    ['a hundred thousand levels, half of it', Buffer.from('{"a":'.repeat(100_000)), 'not-json'],
  ])('that is no JSON for us is kept as text: %s', (_name, bytes, why) => {
    expect(parseWebhook(bytes, receivedAt)).toEqual([{ event: 'unreadable', why, part: bytes.toString() }]);
  });

  test('that is no UTF-8 and no JSON is kept in its own bytes', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    expect(parseWebhook(bytes, receivedAt)).toEqual([
      { event: 'unreadable', why: 'not-utf8', part: { base64: bytes.toString('base64') } },
    ]);
  });

  test('with bytes that are no UTF-8 in one text is read all the same, and kept in its own bytes', () => {
    const stop = textMessage('16505551234', 'wamid.1', sent, 'STOP');
    const other = textMessage('16505551235', 'wamid.2', sent, 'hi?');
    const bytes = Buffer.from(wireForm(delivery(messagesChange(number, { messages: [stop, other] }))));
    bytes[bytes.indexOf('hi?') + 2] = 0xff;
    const events = parseWebhook(bytes, receivedAt);
    expect(events).toMatchObject([
      { event: 'message', text: 'STOP' },
      { event: 'message', text: 'hi\ufffd' },
      { event: 'unreadable', why: 'not-utf8', part: { base64: bytes.toString('base64') } },
    ]);
  });

  test('with one item that nests too deep is read all the same, and kept whole beside it', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const stop = (from: string) => JSON.stringify(textMessage(from, `wamid.${from}`, sent, 'STOP'));
    const odd = stop('16505551234').replace('{', `{"odd":${deep},`);
    const shell = JSON.stringify(delivery(messagesChange(number, { messages: ['here'] })));
    const raw = shell.replace('"here"', () => `${odd},{"type":"hologram","odd":${deep}},${stop('16505551235')}`);
    const events = parseWebhook(Buffer.from(raw), receivedAt);
    expect(events.map(({ event }) => event)).toEqual(['message', 'message', 'unreadable']);
    expect(events[2]).toEqual({ event: 'unreadable', why: 'too-deep', part: raw });
    expect(() => JSON.stringify(events)).not.toThrow();
  });

  test('may hold brackets and quotes in its texts', () => {
    const body = `${'[{'.repeat(100)} "stop\\" ]`;
    expect(message({ type: 'text', text: { body } })).toMatchObject({ event: 'message', text: body });
  });

  test('cannot plant members by __proto__', () => {
    const planted = `{"entry":[{"changes":[{"__proto__":{"field":"messages"},"value":{}}]}],"__proto__":{"object":"whatsapp_business_account"}}`;
    expect(only(parseWebhook(Buffer.from(planted), receivedAt))).toMatchObject({
      event: 'unreadable',
      why: 'unknown-field',
    });
    expect(({} as { field?: string }).field).toBeUndefined();
  });

  test('of 1,000 changes in several entries is read to the end, in order', () => {
    const changes = Array.from({ length: 1000 }, (_, n) =>
      messagesChange(String(n % 3), {
        messages: [textMessage(`1650555${1000 + n}`, `wamid.${n}`, sent, n === 999 ? 'STOP' : 'hello')],
      }),
    );
    const body = {
      object: 'whatsapp_business_account',
      entry: [0, 1, 2, 3].map((n) => ({ id: String(n), changes: changes.slice(n * 250, n * 250 + 250) })),
    };
    const events = parse(body);
    expect(events.map((event) => event.event === 'message' && event.messageId)).toEqual(
      changes.map((_, n) => `wamid.${n}`),
    );
    expect(events[999]).toMatchObject({ text: 'STOP', receivedBy: '0' });
  });

  test('of three megabytes is read', () => {
    const text = 'ß'.repeat(4000);
    const messages = Array.from({ length: 120 }, (_, n) => textMessage('16505551234', `wamid.${n}`, sent, text));
    const raw = wireForm(delivery(messagesChange(number, { messages })));
    expect(raw.length).toBeGreaterThan(2_800_000);
    expect(parseWebhook(Buffer.from(raw), receivedAt)).toHaveLength(120);
  });

  test('gives every item of every list, and what is wrong with one hides none of the others', () => {
    const events = parseChanges(
      messagesChange(number, {
        messages: [
          textMessage('16505551234', 'wamid.1', sent, 'hi'),
          { type: 'text' },
          textMessage('16505551235', 'wamid.2', sent, 'STOP'),
        ],
        statuses: [
          {
            id: 'wamid.3',
            status: 'failed',
            timestamp: seconds,
            recipient_id: '16505551236',
            errors: [{ code: 131050 }],
          },
        ],
        errors: [{ code: 131035 }],
      }),
    );
    expect(events.map((event) => event.event)).toEqual(['message', 'unreadable', 'message', 'preference', 'lost']);
  });

  test('keeps with an unreadable item where it stood', () => {
    expect(message({ type: 'hologram' })).toMatchObject({
      event: 'unreadable',
      why: 'unknown-message-type',
      part: { field: 'messages', phoneNumberId: number, item: { type: 'hologram', id: 'wamid.1' } },
    });
  });
});

describe('the sender of a message', () => {
  const text = { type: 'text', text: { body: 'hi' } };

  test('is `from`, not the first contact', () => {
    expect(message(text, { contacts: [{ wa_id: '16505550000', user_id: 'US.1' }] })).toMatchObject({
      person: { phone: '16505551234' },
      received: { waId: '16505551234' },
    });
  });

  test('gets the BSUID of the contact with the same number, at any place', () => {
    const contacts = [
      { wa_id: '16505550000', user_id: 'US.1' },
      { wa_id: 16505551234, user_id: 'US.2', parent_user_id: 'US.ENT.3' },
    ];
    expect(message(text, { contacts })).toMatchObject({
      person: { phone: '16505551234', bsuid: 'US.2', parentBsuid: 'US.ENT.3' },
    });
  });

  test('may be a number in JSON', () => {
    expect(message({ ...text, from: 16505551234 })).toMatchObject({ person: { phone: '16505551234' } });
  });

  test('may be a BSUID alone', () => {
    expect(message({ ...text, from: undefined, from_user_id: 'US.13491208655302741918' })).toMatchObject({
      person: { bsuid: 'US.13491208655302741918' },
    });
  });

  test('keeps a good number beside a BSUID that is none', () => {
    const event = message({ ...text, from_user_id: 'foo_bar' });
    expect(event).toMatchObject({ received: { waId: '16505551234', bsuid: 'foo_bar' } });
    expect(event).toHaveProperty('person', { phone: '16505551234' });
  });

  test('keeps a good BSUID beside a number that is none', () => {
    expect(message({ ...text, from: 'USER', from_user_id: 'US.1' })).toHaveProperty('person', { bsuid: 'US.1' });
  });

  test('is canonical, and kept as received', () => {
    expect(message({ ...text, from: '5215512345678' })).toMatchObject({
      person: { phone: '525512345678' },
      received: { waId: '5215512345678' },
    });
  });

  test.each([[undefined], [null], [''], [{}], ['x'], [true]])('missing or no identifier: %s', (from) => {
    expect(message({ ...text, from })).toMatchObject({ event: 'unreadable', why: 'message-without-sender' });
  });
});

describe('the time of an item', () => {
  const at = (timestamp: unknown) => message({ type: 'text', text: { body: 'hi' }, timestamp });

  test.each([
    ['seconds as text', '1763640000', 1_763_640_000_000],
    ['seconds as number', 1_763_640_000, 1_763_640_000_000],
    ['milliseconds as text', '1763640000123', 1_763_640_000_123],
    ['milliseconds as number', 1_763_640_000_123, 1_763_640_000_123],
    ['RFC 3339', '2025-11-20T13:00:00+01:00', 1_763_640_000_000],
    ['the first second of 2009', '1230768000', 1_230_768_000_000],
  ])('%s', (_name, timestamp, expected) => {
    expect(at(timestamp)).toMatchObject({ event: 'message', at: expected });
  });

  test.each([
    [undefined],
    [null],
    [''],
    ['0'],
    [0],
    [-1],
    ['-1763640000'],
    ['yesterday'],
    ['1763640000.5'],
    ['1e9'],
    ['99999999999999999'],
    [5_000_000_000],
    [{}],
    ['2026-11-20'],
    ['Fri, 20 Nov 2026 12:00:00 GMT'],
    ['2008-12-31T23:59:59Z'],
    ['1230767999'],
  ])('absent or absurd: %s', (timestamp) => {
    expect(at(timestamp)).toMatchObject({ event: 'unreadable', why: 'message-without-time' });
  });
});

describe('what a message says', () => {
  test.each([
    ['text', { type: 'text', text: { body: 'STOP' } }, { text: 'STOP', opensWindow: true }],
    ['a caption', { type: 'image', image: { id: '1', caption: 'STOP' } }, { text: 'STOP', opensWindow: true }],
    [
      'a caption of a document',
      { type: 'document', document: { caption: 'STOP' } },
      { text: 'STOP', opensWindow: true },
    ],
    [
      'a note on an order',
      { type: 'order', order: { text: 'STOP', product_items: [] } },
      { text: 'STOP', opensWindow: true },
    ],
    [
      'a button of a template',
      { type: 'button', button: { payload: 'P', text: 'STOP' } },
      { payload: { from: 'template-button', id: 'P' }, opensWindow: true },
    ],
    [
      'a reply button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'P', title: 'STOP' } } },
      { payload: { from: 'reply-button', id: 'P' }, opensWindow: true },
    ],
    [
      'a forward',
      { type: 'text', text: { body: 'STOP' }, context: { forwarded: true } },
      { forwarded: true, opensWindow: true },
    ],
    [
      'a frequent forward',
      { type: 'text', text: { body: 'STOP' }, context: { frequently_forwarded: true } },
      { forwarded: true },
    ],
    [
      'a list row',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'STOP', title: 'STOP' } } },
      { text: undefined, payload: { from: 'list-row', id: 'STOP' } },
    ],
    [
      'an answer with a quote',
      { type: 'text', text: { body: 'STOP' }, context: { from: '1', id: 'w' } },
      { forwarded: false },
    ],
  ])('%s', (_name, parts, expected) => {
    expect(message(parts)).toMatchObject({ event: 'message', ...expected });
  });

  test.each([
    ['a list row without an id', { type: 'interactive', interactive: { type: 'list_reply', list_reply: {} } }, true],
    ['an opened chat', { type: 'request_welcome' }, true],
    [
      'a flow',
      {
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { response_json: '"STOP"', body: 'Sent', name: 'flow' } },
      },
      true,
    ],
    [
      'a call permission',
      {
        type: 'interactive',
        interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'reject' } },
      },
      false,
    ],
    ['a contact card', { type: 'contacts', contacts: [{ name: { formatted_name: 'STOP' } }] }, true],
    ['a sticker', { type: 'sticker', sticker: { id: '1' } }, true],
    ['a voice message', { type: 'audio', audio: { voice: true } }, true],
  ])('nothing of consent: %s', (_name, parts, opensWindow) => {
    const event = message(parts);
    expect(event).toMatchObject({ event: 'message', opensWindow, text: undefined, payload: undefined });
  });

  test.each([
    ['a reaction', { type: 'reaction', reaction: { message_id: 'w', emoji: '🛑' } }],
    ['a reaction taken away', { type: 'reaction', reaction: { message_id: 'w' } }],
    ['an edit to START', { type: 'edit', edit: { message: { type: 'text', text: { body: 'START' } } } }],
    ['an edit to small talk', { type: 'edit', edit: { message: { type: 'text', text: { body: 'hello' } } } }],
    ['an edit of a sticker', { type: 'edit', edit: { message: { type: 'sticker', sticker: {} } } }],
    ['a revoked message', { type: 'revoke', revoke: { original_message_id: 'w' } }],
    ['unsupported', { type: 'unsupported', errors: [{ code: 131051 }] }],
    ['a group', { type: 'text', text: { body: 'STOP' }, group_id: 'g' }],
    ['a change of the device', { type: 'system', system: { type: 'customer_identity_changed', identity: {} } }],
  ])('nothing at all: %s', (_name, parts) => {
    expect(message(parts)).toMatchObject({ event: 'ignored' });
  });
});

describe('a message that should have had words, or a button, and has none to read, is kept', () => {
  const answer = (interactive: unknown) => ({ type: 'interactive', interactive });

  test.each([
    ['a text without text', { type: 'text' }, 'message-without-words'],
    ['a text without a body', { type: 'text', text: {} }, 'message-without-words'],
    ['an empty body', { type: 'text', text: { body: '' } }, 'message-without-words'],
    ['a body that is null', { type: 'text', text: { body: null } }, 'message-without-words'],
    ['a body that is a number', { type: 'text', text: { body: 5 } }, 'message-without-words'],
    ['a body that is a list', { type: 'text', text: { body: ['STOP'] } }, 'message-without-words'],
    ['a body that is an object', { type: 'text', text: { body: { text: 'STOP' } } }, 'message-without-words'],
    ['a text that is a string', { type: 'text', text: 'STOP' }, 'message-without-words'],
    ['a picture without its member', { type: 'image' }, 'message-without-words'],
    ['a caption that is an object', { type: 'video', video: { caption: { text: 'STOP' } } }, 'message-without-words'],
    ['a caption that is a number', { type: 'document', document: { caption: 0 } }, 'message-without-words'],
    ['a note on an order that is a list', { type: 'order', order: { text: ['STOP'] } }, 'message-without-words'],
    ['a button without payload', { type: 'button', button: { text: 'STOP' } }, 'message-without-words'],
    ['a button with an empty payload', { type: 'button', button: { payload: '' } }, 'message-without-words'],
    ['a payload that is an object', { type: 'button', button: { payload: { id: 'STOP' } } }, 'message-without-words'],
    ['a button that is null', { type: 'button', button: null }, 'message-without-words'],
    ['an answer without content', { type: 'interactive' }, 'message-without-words'],
    ['an answer of no type', answer({}), 'message-without-words'],
    ['an answer whose content is missing', answer({ type: 'button_reply' }), 'message-without-words'],
    [
      'an answer without an id',
      answer({ type: 'button_reply', button_reply: { title: 'STOP' } }),
      'message-without-words',
    ],
    ['a list row whose content is missing', answer({ type: 'list_reply' }), 'message-without-words'],
    ['a flow whose content is text', answer({ type: 'nfm_reply', nfm_reply: 'STOP' }), 'message-without-words'],
    ['an answer of an unknown type', answer({ type: 'hologram_reply', hologram_reply: {} }), 'unknown-reply-type'],
    ['an answer called like what every object has', answer({ type: 'constructor' }), 'unknown-reply-type'],
    ['an unknown type', { type: 'hologram' }, 'unknown-message-type'],
    ['a type called like what every object has', { type: 'constructor' }, 'unknown-message-type'],
    ['no type', { text: { body: 'hello' } }, 'unknown-message-type'],
    ['an edit of a text without body', { type: 'edit', edit: { message: { type: 'text' } } }, 'message-without-words'],
  ])('%s', (_name, parts, why) => {
    expect(message(parts)).toMatchObject({ event: 'unreadable', why, part: { list: 'messages', item: parts } });
  });

  test.each([
    ['a picture without a caption', { type: 'image', image: { id: '1' } }],
    ['a caption that is null', { type: 'image', image: { id: '1', caption: null } }],
    ['an empty caption', { type: 'image', image: { id: '1', caption: '' } }],
    ['an order without a note', { type: 'order', order: { product_items: [] } }],
  ])('but words that may be missing may be: %s', (_name, parts) => {
    expect(message(parts)).toMatchObject({ event: 'message', opensWindow: true });
  });

  test('a stop in a message of no known type is one, and nothing else comes of it', () => {
    for (const type of [undefined, 'hologram']) {
      const event = message({ type, text: { body: 'STOP' } });
      expect(event).toMatchObject({ event: 'message', text: 'STOP', lacks: ['type'], opensWindow: false });
      expect(message({ type, text: { body: 'START' } })).toMatchObject({ event: 'unreadable' });
    }
  });

  test('the payload of a button may be a number, as ids are', () => {
    expect(message({ type: 'button', button: { payload: 7 } })).toMatchObject({ payload: { id: '7' } });
  });
});

test('nothing that comes out of a webhook has half of a character', () => {
  const half = '\ud83d';
  const parts = { id: `wamid.${half}`, from_user_id: `US.${half}`, type: 'text', text: { body: `STOP ${half}` } };
  const { part: _asReceived, ...event } = { part: undefined, ...message(parts) };
  expect(event).toMatchObject({ text: 'STOP \ufffd', wordsReceived: '"STOP \\ud83d"', messageId: 'wamid.\ufffd' });
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values((value ?? {}) as object).flatMap(strings);
  expect(strings(event).every((text) => text.isWellFormed())).toBe(true);
});

test.each([
  ['the number', { wa_id: '16505551234', user_id: 'US.1' }, { wa_id: '16505550000', user_id: 'US.2' }],
  ['the BSUID', { wa_id: '16505550000', user_id: 'US.2' }, { wa_id: '16505551234', user_id: 'US.1' }],
])('of two contacts that name the sender the first lies with the item: by %s', (_name, first, second) => {
  const sender = { type: 'hologram', from_user_id: 'US.2' };
  const beside = { contacts: [{ wa_id: '16505559999' }, first, second] };
  expect(message(sender, beside)).toMatchObject({ part: { contacts: [first] } });
});

test('each message of a change lies with its own contact and its own words', () => {
  const people = ['16505551234', '16505551235', '16505551236'];
  const contacts = people.map((waId) => ({ profile: { name: waId }, wa_id: waId })).reverse();
  const messages = people.map((from) => textMessage(from, `wamid.${from}`, sent, `I am ${from}`));
  expect(parseChanges(messagesChange(number, { contacts, messages }))).toMatchObject(
    people.map((waId, index) => ({
      person: { phone: waId },
      part: { contacts: [{ wa_id: waId }], item: messages[index], phoneNumberId: number, receivedAt },
    })),
  );
});

test('with an item lie the contacts that say who sent it, and no others', () => {
  const contacts = [{ wa_id: '16505550000' }, { wa_id: '16505551234', user_id: 'US.1' }];
  const kept = message({ type: 'hologram' }, { contacts });
  expect(kept).toMatchObject({ part: { contacts: [contacts[1]], receivedAt } });
});

describe('fields', () => {
  const stop = { messages: [textMessage('16505551234', 'wamid.1', sent, 'STOP')] };

  test.each(['smb_message_echoes', 'smb_app_state_sync', 'message_echoes', 'account_update'])(
    '%s counts for nothing, whatever is in it',
    (field) => {
      expect(only(parseChanges(change(field, stop)))).toEqual({ event: 'ignored', why: field });
    },
  );

  test('standby: words are read, no window opens', () => {
    expect(only(parseChanges(change('standby', stop)))).toMatchObject({
      event: 'message',
      text: 'STOP',
      opensWindow: false,
    });
  });

  test('another one is kept', () => {
    expect(only(parseChanges(change('holograms', stop)))).toMatchObject({ event: 'unreadable', why: 'unknown-field' });
  });
});

describe('statuses', () => {
  test.each([131047, 131048, 131049, 130472, 131026, 131053, 470])('%d is no news', (code) => {
    expect(status({ errors: [{ code }] })).toEqual({ event: 'ignored', why: 'status-without-news' });
  });

  test.each([131050, '131050'])('131050 is WhatsApp’s own stop: %s', (code) => {
    expect(status({ errors: [{ code: 1 }, { code }] })).toMatchObject({
      event: 'preference',
      value: 'stop',
      at: sent,
      eventId: 'wamid.1:131050',
      person: { phone: '16505551234' },
    });
  });

  test('the recipient may be a BSUID, its parent in any spelling', () => {
    for (const spelling of ['parent_recipient_user_id', 'recipient_parent_user_id', 'parent_user_id']) {
      const parts = {
        recipient_id: undefined,
        recipient_user_id: 'US.1',
        [spelling]: 'US.ENT.2',
        errors: [{ code: 131050 }],
      };
      expect(status(parts)).toMatchObject({ person: { bsuid: 'US.1', parentBsuid: 'US.ENT.2' } });
    }
  });

  test('a group has no preference', () => {
    expect(status({ recipient_type: 'group', errors: [{ code: 131050 }] })).toMatchObject({ event: 'ignored' });
  });

  test('a free entry point opened 72 h before the end that Meta names, whichever message tells of it', () => {
    const conversation = {
      id: 'c',
      origin: { type: 'referral_conversion' },
      expiration_timestamp: String(sent / 1000 + 70 * 3600),
    };
    expect(status({ status: 'delivered', conversation })).toMatchObject({
      event: 'entry-point',
      at: sent - 2 * 3_600_000,
    });
  });

  test('a free entry point without its end opened when the message was sent', () => {
    const pricing = {
      billable: false,
      pricing_model: 'PMP',
      type: 'free_entry_point',
      category: 'referral_conversion',
    };
    expect(status({ status: 'sent', pricing })).toMatchObject({ event: 'entry-point', at: sent });
    expect(status({ status: 'delivered', pricing })).toMatchObject({ event: 'ignored' });
  });

  test('other conversations are no news', () => {
    const conversation = { id: 'c', origin: { type: 'marketing' }, expiration_timestamp: seconds };
    expect(status({ status: 'sent', conversation, pricing: { type: 'regular', category: 'marketing' } })).toMatchObject(
      { event: 'ignored' },
    );
  });
});

describe('user preferences', () => {
  const preference = (parts: object) =>
    only(
      parseChanges(
        change('user_preferences', {
          contacts: [{ wa_id: '16505550000' }],
          user_preferences: [
            { wa_id: '16505551234', category: 'marketing_messages', value: 'stop', timestamp: sent / 1000, ...parts },
          ],
        }),
      ),
    );

  test.each(['stop', 'resume'] as const)('%s, of the person in the item', (value) => {
    expect(preference({ value })).toMatchObject({
      event: 'preference',
      value,
      at: sent,
      person: { phone: '16505551234' },
    });
  });

  test('repeats have one event id; another value, time or person another', () => {
    const id = (parts: object) => (preference(parts) as { eventId: string }).eventId;
    expect(id({})).toBe(id({ detail: 'again' }));
    const others = [{ value: 'resume' }, { timestamp: sent / 1000 + 1 }, { wa_id: '16505551235' }, { user_id: 'US.1' }];
    expect(new Set([{}, ...others].map(id)).size).toBe(5);
  });

  test('is a signup with its id, which names it beside time and person', () => {
    const signup = (parts: object = {}) => preference({ value: 'signup', signup_id: '13176843987434774', ...parts });
    expect(signup()).toMatchObject({ event: 'signed-up', signupId: '13176843987434774', at: sent });
    const id = (parts: object) => (signup(parts) as { readonly eventId: string }).eventId;
    expect(id({})).toBe(id({ detail: 'again' }));
    const others = [{ signup_id: '5' }, { timestamp: sent / 1000 + 1 }, { wa_id: '16505551235' }];
    expect(new Set([{}, ...others].map(id)).size).toBe(4);
  });

  test.each([
    ['a signup without an id', { value: 'signup' }],
    ['a signup without a time', { value: 'signup', signup_id: '1', timestamp: undefined }],
    ['an unknown value', { value: 'pause' }],
    ['an unknown category', { category: 'all_messages' }],
    ['a resume without a time', { value: 'resume', timestamp: undefined }],
    ['nobody', { wa_id: undefined }],
  ])('is kept: %s', (_name, parts) => {
    expect(preference(parts)).toMatchObject({ event: 'unreadable' });
  });
});

describe('change notices', () => {
  const system = (parts: object, from: object = {}) =>
    message({ type: 'system', system: { body: 'User changed', ...parts }, ...from });

  test('a new number, with the BSUIDs that it brings', () => {
    const parts = {
      type: 'user_changed_number',
      wa_id: '16505559999',
      user_id: 'US.2',
      previous_user_id: 'US.1',
      previous_parent_user_id: 'US.ENT.1',
    };
    expect(system(parts)).toMatchObject({
      event: 'identifiers-changed',
      at: sent,
      messageId: 'wamid.1',
      person: { phone: '16505551234', bsuid: 'US.1', parentBsuid: 'US.ENT.1' },
      becomes: { phone: '16505559999', bsuid: 'US.2' },
    });
  });

  test.each([
    ['new_wa_id', 'user_changed_number'],
    ['wa_id', 'customer_changed_number'],
  ])('the older spellings: %s, %s', (member, type) => {
    expect(system({ type, [member]: '16505559999' })).toMatchObject({
      person: { phone: '16505551234' },
      becomes: { phone: '16505559999' },
    });
  });

  test('a new BSUID leaves the number alone', () => {
    const event = system(
      { type: 'user_changed_user_id', user_id: 'US.2', previous_user_id: 'US.1' },
      { from: undefined },
    );
    expect(event).toMatchObject({ person: { bsuid: 'US.1' }, becomes: { bsuid: 'US.2' } });
  });

  test.each([
    ['', 'US.10101010101010101010', 'US.13491208655302741918'],
    ['in a longer sentence', 'US.1', 'US.2'],
    ['with a full stop at its end', 'US.1', 'US.2'],
  ])('the BSUID before may stand only in the sentence %s', (name, before, after) => {
    const end = name.includes('full stop') ? '.' : '';
    const who = name.includes('longer') ? 'A changed from US.7 to US.8 changed from' : 'Sheena Nelson changed from';
    const parts = { type: 'user_changed_user_id', user_id: after, body: `User ${who} ${before} to ${after}${end}` };
    expect(system(parts, { from: undefined })).toMatchObject({
      event: 'identifiers-changed',
      person: { bsuid: before },
      becomes: { bsuid: after },
    });
  });

  test('the number before may stand only in the sentence', () => {
    const parts = {
      type: 'user_changed_number',
      wa_id: '16505559999',
      body: 'User Anna changed from +16505551234 to +16505559999',
    };
    expect(system(parts, { from: undefined })).toMatchObject({
      person: { phone: '16505551234' },
      becomes: { phone: '16505559999' },
    });
  });

  test.each([
    ['its new one is another', 'User A changed from US.1 to US.3'],
    ['it goes on after it', 'User A changed from US.1 to US.2 yesterday'],
    ['its old one is a number', 'User A changed from 16505551234 to US.2'],
    ['there is none', 'User A has a new id, US.2'],
  ])('a sentence is not certain, and the notice is kept: %s', (_name, body) => {
    const parts = { type: 'user_changed_user_id', user_id: 'US.2', body };
    expect(system(parts, { from: undefined })).toMatchObject({ event: 'unreadable', why: 'incomplete-change-notice' });
  });

  describe('of the older field user_id_update', () => {
    const update = (parts: object) =>
      only(
        parseChanges(
          change('user_id_update', {
            contacts: [{ wa_id: '16505551234' }],
            user_id_update: [
              {
                wa_id: '16505551234',
                detail: 'User id for Sheena Nelson has been updated.',
                user_id: { previous: 'US.1', current: 'US.2' },
                parent_user_id: { previous: 'US.ENT.1', current: 'US.ENT.2' },
                timestamp: seconds,
                ...parts,
              },
            ],
          }),
        ),
      );

    test('are followed; the number stays', () => {
      expect(update({})).toMatchObject({
        event: 'identifiers-changed',
        at: sent,
        person: { bsuid: 'US.1', parentBsuid: 'US.ENT.1' },
        becomes: { bsuid: 'US.2', parentBsuid: 'US.ENT.2' },
        messageId: `user-id-update:${number}:US.1:US.2:${seconds}`,
      });
    });

    test.each([
      ['nobody before', { user_id: { current: 'US.2' } }],
      ['nobody after', { user_id: { previous: 'US.1' } }],
      ['one id alone', { user_id: 'US.2' }],
      ['no time', { timestamp: undefined }],
    ])('are kept: %s', (_name, parts) => {
      expect(update(parts)).toMatchObject({ event: 'unreadable', why: 'incomplete-change-notice' });
    });
  });

  test.each([
    ['nobody before', { type: 'user_changed_user_id', user_id: 'US.2' }],
    ['nobody after', { type: 'user_changed_number' }],
    ['an unknown kind', { type: 'user_changed_planet', wa_id: '16505559999' }],
    ['no kind', {}],
  ])('is kept: %s', (_name, parts) => {
    expect(system(parts)).toMatchObject({ event: 'unreadable' });
  });
});

describe('calls', () => {
  const call = (parts: object) =>
    only(
      parseChanges(
        change('calls', {
          calls: [
            {
              id: 'wacid.1',
              from: '16505551234',
              to: '15550783881',
              event: 'connect',
              direction: 'USER_INITIATED',
              timestamp: seconds,
              ...parts,
            },
          ],
        }),
      ),
    );

  test('of the person count from when they began', () => {
    expect(call({})).toMatchObject({ event: 'call', callId: 'wacid.1', at: sent, person: { phone: '16505551234' } });
    expect(call({ event: 'terminate', start_time: seconds, timestamp: String(sent / 1000 + 60) })).toMatchObject({
      at: sent,
    });
  });

  test('of ours count once they are taken', () => {
    expect(call({ direction: 'BUSINESS_INITIATED' })).toMatchObject({ event: 'ignored' });
    const statuses = (state: string) =>
      change('calls', {
        statuses: [{ id: 'wacid.1', type: 'call', status: state, timestamp: seconds, recipient_id: '16505551234' }],
      });
    expect(only(parseChanges(statuses('RINGING')))).toMatchObject({ event: 'ignored' });
    expect(only(parseChanges(statuses('ACCEPTED')))).toMatchObject({ event: 'call', person: { phone: '16505551234' } });
  });
});
