import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  GraphSendError,
  graphSender,
  graphStatus,
  parseAccessToken,
} from '../../../../lambdas/adapters/providers/meta/graph-sender.ts';
import { type RecordingServer, startRecordingServer } from '../../../support/recording-server.ts';

const token = 'access-token-for-tests';
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
    await graphSender(`${graph.url}/v26.0`, token).send('1065', { waId: '16505551234' }, { text: 'Done.' });
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
    await graphSender(`${graph.url}/v26.0/`, token).send('1065', { bsuid: 'US.1' }, { text: 'Done.' });
    expect(graph.requests[0]).toMatchObject({ path: '/v26.0/1065/messages', body: { recipient: 'US.1' } });
    expect(graph.requests[0]?.body).not.toHaveProperty('to');
  });

  test('may have buttons', async () => {
    const buttons = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ];
    await graphSender(graph.url, token).send('1065', { waId: '16505551234' }, { text: 'Which?', buttons });
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

describe('a message that Meta does not take', () => {
  const failure = () =>
    graphSender(graph.url, token)
      .send('1065', { waId: '16505551234' }, { text: 'Done.' })
      .then(
        () => undefined,
        (error: unknown) => error,
      );

  test.each([
    [400, { error: { message: 'Re-engagement message', code: 131047 } }, 131047],
    [401, { error: { code: 190 } }, 190],
    [500, 'oops', 500],
    [302, {}, 302],
    [201, accepted, 201],
  ])('%d: the log learns Meta’s code, else the status', async (status, body, expected) => {
    graph.answer = { status, body };
    const error = await failure();
    expect(error).toBeInstanceOf(GraphSendError);
    expect(graphStatus(error)).toBe(expected);
    expect(graph.requests).toHaveLength(1);
  });

  test('the connection breaks', async () => {
    graph.answer = undefined;
    expect(graphStatus(await failure())).toBe(0);
  });

  test('its error holds neither number nor text nor token', async () => {
    graph.answer = { status: 400, body: { error: { code: 131026, message: '+16505551234' } } };
    expect(String(await failure())).not.toMatch(/1650|Done|token/);
  });
});

test('the access token must be one', () => {
  expect(parseAccessToken({ accessToken: token })).toBe(token);
  for (const secret of [{}, { accessToken: '' }, { accessToken: 'short' }, null])
    expect(() => parseAccessToken(secret)).toThrow();
});
