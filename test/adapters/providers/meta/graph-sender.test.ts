import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { graphSender, parseAccessToken } from '../../../../lambdas/adapters/providers/meta/graph-sender.ts';
import { type RecordingServer, startRecordingServer } from '../../../support/recording-server.ts';

const token = 'access-token-for-tests';
const number = { appId: 'acme', phoneNumberId: '1065', phone: '+15550000001', wabaId: '3' };
const accepted = {
  messaging_product: 'whatsapp',
  contacts: [{ input: '+16505551234', wa_id: '16505551234' }],
  messages: [{ id: 'wamid.1' }],
};
let graph: RecordingServer;

beforeEach(async () => {
  graph = await startRecordingServer();
  graph.answer = { status: 200, body: accepted };
});
afterEach(() => graph.stop());

describe('a message through the Cloud API', () => {
  test('goes to a number with its plus sign', async () => {
    await graphSender(`${graph.url}/v26.0`, token).send(number, { waId: '16505551234' }, { text: 'Done.' });
    expect(graph.requests).toMatchObject([
      {
        method: 'POST',
        path: '/v26.0/1065/messages',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: '+16505551234',
          type: 'text',
          text: { body: 'Done.', preview_url: false },
        },
      },
    ]);
    expect(graph.requests[0]?.body).not.toHaveProperty('recipient');
  });

  test('goes to a BSUID in `recipient`, never in `to`', async () => {
    await graphSender(`${graph.url}/v26.0/`, token).send(number, { bsuid: 'US.1' }, { text: 'Done.' });
    expect(graph.requests[0]).toMatchObject({ path: '/v26.0/1065/messages', body: { recipient: 'US.1' } });
    expect(graph.requests[0]?.body).not.toHaveProperty('to');
  });

  test('may have buttons', async () => {
    const buttons = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ];
    await graphSender(graph.url, token).send(number, { waId: '16505551234' }, { text: 'Which?', buttons });
    expect(graph.requests[0]?.body).toMatchObject({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Which?' },
        action: { buttons: buttons.map((reply) => ({ type: 'reply', reply })) },
      },
    });
  });
});

test('a list is one section of rows, and what opens it', async () => {
  const rows = [
    { id: 'a', title: 'A', description: 'the first' },
    { id: 'b', title: 'B' },
  ];
  await graphSender(graph.url, token).send(
    number,
    { waId: '16505551234' },
    { text: 'Which?', list: { open: 'Choose', rows } },
  );
  expect(graph.requests[0]?.body).toMatchObject({
    type: 'interactive',
    interactive: { type: 'list', body: { text: 'Which?' }, action: { button: 'Choose', sections: [{ rows }] } },
  });
});

test('a template carries its parameters, and what its quick replies say', async () => {
  const template = { name: 'spring', language: 'en_US', body: ['Ana', '20%'], payloads: ['optledger:p:x:n', 'other'] };
  await graphSender(graph.url, token).send(number, { waId: '16505551234' }, { text: 'Hi Ana', template }, 'send-1');
  expect(graph.requests[0]?.body).toEqual({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: '+16505551234',
    type: 'template',
    template: {
      name: 'spring',
      language: { code: 'en_US' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Ana' },
            { type: 'text', text: '20%' },
          ],
        },
        {
          type: 'button',
          sub_type: 'quick_reply',
          index: '0',
          parameters: [{ type: 'payload', payload: 'optledger:p:x:n' }],
        },
        { type: 'button', sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 'other' }] },
      ],
    },
    biz_opaque_callback_data: 'send-1',
  });
});

test('a template without parameters has no components', async () => {
  const template = { name: 'hello_world', language: 'en_US' };
  await graphSender(graph.url, token).send(number, { waId: '16505551234' }, { text: '', template });
  expect(graph.requests[0]?.body).toMatchObject({ template: { name: 'hello_world', language: { code: 'en_US' } } });
  expect(graph.requests[0]?.body).not.toHaveProperty('template.components');
});

describe('what Meta answers', () => {
  const result = () => graphSender(graph.url, token).send(number, { waId: '16505551234' }, { text: 'Done.' });

  test('taken: with the id of the message, and how WhatsApp names whom it goes to', async () => {
    graph.answer = {
      status: 200,
      body: { ...accepted, contacts: [{ input: '+5215512345678', wa_id: '5215512345678', user_id: 'MX.1' }] },
    };
    expect(await result()).toEqual({
      came: 'sent',
      messageId: 'wamid.1',
      contact: { waId: '5215512345678', bsuid: 'MX.1' },
    });
  });

  test.each([{}, '', 'oops', { messages: [{}] }, { contacts: [{ input: '+1' }] }])(
    'taken, though it says no more: %j',
    async (body) => {
      graph.answer = { status: 200, body };
      expect(await result()).toEqual({ came: 'sent' });
    },
  );

  test.each<[number, object | string, object]>([
    [400, { error: { message: 'Re-engagement message', code: 131047 } }, { came: 'refused', code: '131047' }],
    [401, { error: { code: 190 } }, { came: 'refused', code: '190' }],
    [404, { error: { code: 132001 } }, { came: 'refused', code: '132001' }],
    [403, 'no', { came: 'refused', code: 'http-403' }],
    [200, { error: { code: 131026 } }, { came: 'refused', code: '131026' }],
    [408, {}, { came: 'unknown', code: 'http-408' }],
    [500, 'oops', { came: 'unknown', code: 'http-500' }],
    [500, { error: { code: 131000 } }, { came: 'unknown', code: '131000' }],
    [503, { error: { code: 2 } }, { came: 'unknown', code: '2' }],
    [302, {}, { came: 'unknown', code: 'http-302' }],
    [201, accepted, { came: 'unknown', code: 'http-201' }],
  ])('%d %j', async (status, body, expected) => {
    graph.answer = { status, body };
    expect(await result()).toEqual(expected);
    expect(graph.requests).toHaveLength(1);
  });

  test('nothing: the connection breaks', async () => {
    graph.answer = undefined;
    expect(await result()).toEqual({ came: 'unknown' });
  });
});

test('the access token must be one', () => {
  expect(parseAccessToken({ accessToken: token })).toBe(token);
  for (const secret of [{}, { accessToken: '' }, { accessToken: 'short' }, null])
    expect(() => parseAccessToken(secret)).toThrow();
});
