import { describe, expect, test } from 'vitest';
import { messageFaults, messageLimits } from '../../../lambdas/domain/replies/message-limits.ts';
import type { OutgoingMessage } from '../../../lambdas/domain/replies/outgoing-message.ts';

const long = (length: number) => 'x'.repeat(length);
const many = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `id-${n}`, title: `Title ${n}` }));
const buttons = (change: object): OutgoingMessage => ({
  text: 'Which?',
  buttons: [{ id: 'a', title: 'A', ...change }],
});
const list = (row: object, open = 'Choose'): OutgoingMessage => ({
  text: 'Which?',
  list: { open, rows: [{ id: 'a', title: 'A', ...row }] },
});

/** Written out, not read from the source: these are Meta's, and whoever changes ours sees it here. */
test('the limits are those of Meta', () => {
  expect(messageLimits).toEqual({
    text: { body: 4096 },
    buttons: { most: 3, title: 20, id: 256, body: 1024 },
    list: { rows: 10, title: 24, description: 72, id: 200, open: 20, body: 4096 },
    template: { payload: 128 },
  });
});

describe('up to its limit a message is fine, and one character or choice beyond it is not', () => {
  test.each<[string, OutgoingMessage, OutgoingMessage]>([
    ['text-too-long', { text: long(4096) }, { text: long(4097) }],
    ['text-too-long', { text: long(1024), buttons: many(1) }, { text: long(1025), buttons: many(1) }],
    [
      'text-too-long',
      { text: long(4096), list: { open: 'Choose', rows: many(1) } },
      { text: long(4097), list: { open: 'Choose', rows: many(1) } },
    ],
    ['too-many-buttons', { text: 'x', buttons: many(3) }, { text: 'x', buttons: many(4) }],
    ['no-buttons', { text: 'x', buttons: many(1) }, { text: 'x', buttons: [] }],
    ['title-too-long', buttons({ title: long(20) }), buttons({ title: long(21) })],
    ['id-too-long', buttons({ id: long(256) }), buttons({ id: long(257) })],
    [
      'too-many-rows',
      { text: 'x', list: { open: 'o', rows: many(10) } },
      { text: 'x', list: { open: 'o', rows: many(11) } },
    ],
    ['no-rows', { text: 'x', list: { open: 'o', rows: many(1) } }, { text: 'x', list: { open: 'o', rows: [] } }],
    ['title-too-long', list({ title: long(24) }), list({ title: long(25) })],
    ['description-too-long', list({ description: long(72) }), list({ description: long(73) })],
    ['id-too-long', list({ id: long(200) }), list({ id: long(201) })],
    ['open-too-long', list({}, long(20)), list({}, long(21))],
    ['open-empty', list({}, 'o'), list({}, ' ')],
    ['no-text', { text: 'x' }, { text: ' \n' }],
    ['title-empty', buttons({}), buttons({ title: ' ' })],
    ['id-empty', list({}), list({ id: '' })],
    [
      'payload-too-long',
      { text: '', template: { name: 'n', language: 'en', payloads: [long(128)] } },
      { text: '', template: { name: 'n', language: 'en', payloads: [long(129)] } },
    ],
    [
      'no-template',
      { text: '', template: { name: 'n', language: 'en' } },
      { text: '', template: { name: '', language: 'en' } },
    ],
  ])('%s', (fault, fine, faulty) => {
    expect(messageFaults(fine)).toEqual([]);
    expect(messageFaults(faulty)).toEqual([fault]);
  });

  test('choices that nobody can tell apart, and both kinds at once', () => {
    expect(messageFaults({ text: 'x', buttons: [...many(1), ...many(1)] })).toEqual(['titles-alike', 'ids-alike']);
    expect(messageFaults({ text: 'x', buttons: many(1), list: { open: 'o', rows: many(1) } })).toEqual([
      'buttons-and-list',
    ]);
  });
});
