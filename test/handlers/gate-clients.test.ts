import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type GateBench,
  gateBench,
  type LoopbackMeta,
  loopbackMeta,
  phone,
  phoneNumberId,
  taken,
} from '../support/gate/gate-bench.ts';
import { noon } from '../support/ledger/ledger-bench.ts';

/**
 * Requests as five clients make them, written down from what is known of them (November 2026), not from their packages, and what each looks at in an answer. None of them has a
 * setting for the base address; two more that have one are run themselves (test/dev/gate-clients.test.ts).
 */
const body = {
  messaging_product: 'whatsapp',
  to: `+${phone}`,
  type: 'text',
  text: { body: 'Hello', preview_url: false },
};
const clients = [
  {
    name: 'whatsapp-api-js 6.3.0',
    path: `/v23.0/${phoneNumberId}/messages`,
    headers: { 'content-type': 'application/json' },
    body: { ...body, recipient_type: 'individual' },
    // It gives the body to its caller whatever the status; what is not JSON throws.
    refusal: ({ error }: Body) => typeof error === 'object',
  },
  {
    name: 'whatsapp-cloud-api 0.3.1 (axios)',
    path: `/v14.0/${phoneNumberId}/messages`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/plain, */*',
      'user-agent': 'axios/0.27.2',
    },
    body: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: phone,
      type: 'text',
      text: { body: 'Hello' },
    },
    // It throws the body itself.
    refusal: ({ error }: Body) => typeof error?.message === 'string',
  },
  {
    name: 'pywa 4.4.0 (httpx)',
    path: `/v23.0/${phoneNumberId}/messages`,
    headers: { 'content-type': 'application/json', 'user-agent': 'PyWa/4.4.0' },
    body: { ...body, recipient_type: 'individual', biz_opaque_callback_data: 'tracker' },
    // int(error["code"]), error["message"]; error_data.get("details").
    refusal: ({ error }: Body) =>
      Number.isInteger(error?.code) &&
      typeof error?.message === 'string' &&
      typeof error.error_data?.details === 'string',
  },
  {
    name: 'heyoo (requests)',
    path: `/v14.0/${phoneNumberId}/messages`,
    headers: { 'content-type': 'application/json', 'user-agent': 'python-requests/2.32.3', accept: '*/*' },
    body: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: phone,
      type: 'text',
      text: { preview_url: true, body: 'Hello' },
    },
    // It logs the answer and gives its JSON back.
    refusal: ({ error }: Body) => error !== undefined,
  },
  {
    name: 'netflie/whatsapp-cloud-api (Guzzle)',
    path: `/v23.0/${phoneNumberId}/messages`,
    headers: { 'content-type': 'application/json', 'user-agent': 'GuzzleHttp/7' },
    body: { ...body, recipient_type: 'individual', to: phone },
    // It decides by the key `error`, whatever the status.
    refusal: (answer: Body) => 'error' in answer,
  },
] as const;

interface Body {
  readonly error?: {
    readonly code?: unknown;
    readonly message?: unknown;
    readonly error_data?: { readonly details?: unknown };
  };
}

let meta: LoopbackMeta;
let bench: GateBench;
beforeAll(async () => {
  meta = await loopbackMeta();
});
afterAll(() => meta.stop());
beforeEach(async () => {
  meta.arrived.length = 0;
  bench = await gateBench(meta);
});

describe.each(clients)('$name', ({ path, headers, body: message, refusal }) => {
  test('arrives with what it sent', async () => {
    await bench.hear({ phone }, noon - 60_000);
    const answer = await bench.call('POST', path, { body: message, headers });
    expect(answer).toMatchObject({ status: 200, body: taken });
    expect('error' in answer.body).toBe(false);
    expect(meta.arrived).toMatchObject([{ path }]);
    expect(JSON.parse(meta.arrived[0]?.text ?? '')).toMatchObject(message);
  });

  test('sees that it was denied, by what it looks at', async () => {
    const answer = await bench.call('POST', path, { body: message, headers });
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/json' } });
    expect(refusal(answer.body)).toBe(true);
    expect(meta.arrived).toEqual([]);
  });
});
