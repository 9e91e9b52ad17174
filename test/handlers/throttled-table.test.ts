import { AsyncResource } from 'node:async_hooks';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as realWait } from 'node:timers/promises';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { keyedHash } from '../../lambdas/adapters/dynamodb/table/keyed-hash.ts';
import { keyCheckKey } from '../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import type { FunctionName } from '../../lambdas/contract/routes.ts';
import { type Call, httpEvent } from '../support/api/http-event.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { optIn, optOut } from '../support/api/reported-acts.ts';
import { acme, noon } from '../support/ledger/ledger-bench.ts';
import { sms, smsEvent } from '../support/ledger/sms-notification.ts';
import {
  delivery,
  messagesChange,
  signatureOf,
  textMessage,
  webhookSecrets,
  wireForm,
} from '../support/ledger/whatsapp-webhook.ts';
import { testToken } from '../support/pages/collection.ts';

import { gupshupSecret, userEvent } from '../support/providers/gupshup.ts';
import { socialEvent } from '../support/providers/social.ts';
import { stopBySms, twilioEvent, twilioToken } from '../support/providers/twilio.ts';

/*
 * Simulation 13 of the review: the functions as they are deployed, against a table that throttles whatever it is asked. Time is
 * virtual: it passes while nothing else happens, so that the machine decides nothing.
 */

/** What a run may take until it has answered, in milliseconds, and how often it may ask the table for one person meanwhile. */
const longest = 6000;
const mostRequests = 12;

const asked = new Map<string, number>();
/** Whether reads find something, and only writes are throttled. */
let onlyWrites = false;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const target = String(request.headers['x-amz-target']);
    const text = Buffer.concat(chunks).toString();
    const say = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(body));
    };
    if (target.startsWith('secretsmanager')) return say(200, { SecretString: secretOf(text) });
    const [, table = ''] = /"(throttled-[a-z-]+)"/.exec(text) ?? [];
    asked.set(table, (asked.get(table) ?? 0) + 1);
    const isRead = /\.(Get|BatchGet|Query)/.test(target);
    if (onlyWrites && isRead) return say(200, foundBy(target, text));
    return say(400, { __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException', message: 'no' });
  });
});

function secretOf(text: string): string {
  if (text.includes('identifier')) return 'test-key-of-the-identifier-hashes-0123456789';
  if (text.includes('webhook')) return JSON.stringify(webhookSecrets);
  return JSON.stringify({
    accessToken: 'token-of-sixteen-letters',
    authToken: twilioToken,
    webhookSecret: gupshupSecret,
  });
}

/** The check value of the key, the settings of the app and whose number it is; of everything else there is nothing yet. */
function foundBy(target: string, text: string): object {
  if (target.endsWith('.GetItem') && text.includes('"STAGE"'))
    return { Item: marshall({ ...keyCheckKey, check: keyedHash(secretOf('identifier')).checkValue }) };
  const isApp = text.includes('"APPS"');
  const isNumber = text.includes('"WA#');
  if (!target.endsWith('.GetItem') || !(isApp || isNumber)) return { Items: [], Count: 0 };
  return {
    Item: marshall(isApp ? { pk: 'APPS', sk: 'acme', ...acme } : { pk: 'WA#1', sk: 'A', appId: 'acme' }, {
      removeUndefinedValues: true,
    }),
  };
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const variables = {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
    IDENTIFIER_KEY_SECRET: 'identifier-key',
    WHATSAPP_WEBHOOK_SECRET: 'webhook',
    WHATSAPP_ACCESS_SECRET: 'access',
    META_GRAPH_URL: url,
    WHATSAPP_PROVIDERS: 'meta',
    PUBLIC_URL: 'https://in.example',
    TWILIO_URL: url,
    APP_SECRETS_PREFIX: 'apps',
    KEY_RATE: '1000',
    EVENT_BUS_NAME: 'bus',
    EVENTS_ASIDE_URL: `${url}/aside`,
    EXPORT_BUCKET: 'bucket',
    DELIVERIES_QUEUE_URL: `${url}/deliveries`,
    NO_DELIVERIES_QUEUE_URL: `${url}/no-deliveries`,
    EXPORT_STATE_MACHINE_ARN: 'arn:machine',
    IMPORT_STATE_MACHINE_ARN: 'arn:imports',
    EXPORT_SCHEDULE_GROUP: 'group',
    EXPORT_SCHEDULE_ROLE_ARN: 'arn:role',
    EXPORT_SCHEDULE_DEAD_LETTER_ARN: 'arn:queue',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  asked.clear();
  onlyWrites = false;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: noon });
  // Like a real timer, one of these goes off in the run that has set it.
  const virtual = globalThis.setTimeout;
  const inItsRun = (act: () => void, ...rest: never[]) => virtual(AsyncResource.bind(act), ...rest);
  globalThis.setTimeout = inItsRun as unknown as typeof setTimeout;
});
afterEach(() => vi.useRealTimers());

/** What came of a run, when by the virtual clock, and how often it asked. */
interface Came {
  readonly answer: unknown;
  readonly after: number;
  readonly requests: number;
}

let runs = 0;

const handlers = new URL('../../lambdas/handlers/', import.meta.url).pathname;

/** Runs a function anew, from its cold start. */
async function run(name: FunctionName, event: unknown, left = 15_000): Promise<Came> {
  runs += 1;
  // Another module each time: what other tests have warmed stays theirs.
  const { handler } = await import(/* @vite-ignore */ `${handlers}${name}.ts?run=${runs}` + `?run=${runs}`);
  const table = `throttled-${name}-${String.fromCharCode(97 + (runs % 26))}`;
  vi.stubEnv('TABLE_NAME', table);
  const began = performance.now();
  const answer = await handler(event, lambdaContext('run', left)).catch((failure: unknown) => failure);
  return { answer, after: performance.now() - began, requests: asked.get(table) ?? 0 };
}

/** Lets virtual time pass until all have ended. */
async function passing<Result>(all: Promise<Result>): Promise<Result> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  all.then(over, over);
  while (!isOver) {
    await realWait(1);
    vi.advanceTimersByTime(25);
  }
  return all;
}

const http = (method: string, path: string, call?: Call) => httpEvent(method, path, call);
const webhook = (...messages: readonly object[]) => {
  const raw = wireForm(delivery(messagesChange('106540352242922', { contacts: [], messages })));
  return http('POST', '/webhooks/whatsapp', { body: raw, headers: { 'x-hub-signature-256': signatureOf(raw) } });
};
const stop = (n: number) => textMessage(`1650555${String(1000 + n)}`, `wamid.${n}`, noon, 'STOP');
const record = (item: object) => ({
  Records: [{ eventName: 'INSERT', dynamodb: { SequenceNumber: '7', NewImage: marshall(item) } }],
});
const entry = {
  pk: 'acme#L#AbCdEfGhIjK',
  sk: 'entry',
  n: 1,
  kind: 'statement',
  action: 'revoked',
  at: noon,
  rec: noon,
};

const answered503 = (answer: unknown) =>
  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '2' } });
const webhook503 = (answer: unknown) => expect(answer).toMatchObject({ statusCode: 503 });
const rejected = (answer: unknown) => expect(answer).toBeInstanceOf(Error);
const partly = (answer: unknown) => expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '7' }] });

/** Each function that asks the table: an event, and what must come of it. */
const functions: {
  readonly [Name in Exclude<FunctionName, 'health' | 'docs' | 'console' | 'relay'>]: readonly [
    event: unknown,
    right: (answer: unknown) => void,
  ];
} = {
  authorizer: [
    { ...http('GET', '/v1/apps'), headers: { authorization: `Bearer olk_key_${'a'.repeat(16)}_${'b'.repeat(43)}` } },
    rejected,
  ],
  admin: [http('GET', '/v1/apps/acme'), answered503],
  consent: [http('POST', '/v1/apps/acme/opt-ins', { body: optIn() }), answered503],
  eligibility: [
    http('POST', '/v1/apps/acme/eligibility', {
      body: { user: { phone: '+525512345678' }, purpose: 'offers', message: 'template' },
    }),
    answered503,
  ],
  users: [http('GET', '/v1/apps/acme/users'), answered503],
  exports: [http('GET', '/v1/apps/acme/exports'), answered503],
  imports: [http('GET', '/v1/apps/acme/imports'), answered503],
  'whatsapp-webhook': [webhook(stop(1)), webhook503],
  'sms-inbound': [smsEvent(noon, sms('+16505551234', '+12125550101', 'STOP', 'sms-1')), rejected],
  'twilio-webhook': [
    twilioEvent(
      { path: '/webhooks/twilio/acme/messages', publicUrl: 'https://in.example', token: twilioToken },
      stopBySms,
    ),
    webhook503,
  ],
  'aws-whatsapp': [socialEvent(delivery(messagesChange('1', { messages: [stop(1)] }))), rejected],
  'send-replies': [
    record({
      ...entry,
      src: 'whatsapp-message',
      reply: 'stop-confirmed',
      body: { identifiers: { waId: '16505551234' } },
    }),
    // It cannot begin: all of them come again.
    rejected,
  ],
  'export-plan': [{ input: { appId: 'acme', purposeId: 'offers', exportId: 'exp_1' }, executionId: 'run' }, rejected],
  'export-shard': [{ appId: 'acme', purposeId: 'offers', exportId: 'exp_1', shard: 0 }, rejected],
  'export-finish': [{ appId: 'acme', purposeId: 'offers', exportId: 'exp_1', parts: [] }, rejected],
  'import-steps': [
    { step: 'finish', input: { appId: 'acme', importId: 'imp_1', mode: 'preview', run: 1, attempt: 1 } },
    rejected,
  ],
  notices: [http('GET', '/v1/apps/acme/notices'), answered503],
  points: [http('GET', '/v1/apps/acme/points'), answered503],
  pages: [http('GET', `/o/${testToken(1)}`), answered503],
  'count-charges': [
    record({ ...entry, point: 'pt_a', charges: [{ point: 'pt_a', count: 'optIns' }], charged: true }),
    partly,
  ],
  'publish-events': [
    {
      Records: [
        { messageId: '7', body: JSON.stringify({ pk: 'acme#V#AbCdEfGhIjK', sk: '000000000001' }), attributes: {} },
      ],
    },
    partly,
  ],
  callbacks: [http('GET', '/v1/apps/acme/callbacks'), answered503],
  'deliver-events': [
    {
      Records: [
        { messageId: '7', body: JSON.stringify({ appId: 'acme', endpointId: 'ep_0123456789abcdef', lane: 'ana' }) },
      ],
    },
    partly,
  ],
  telephone: [http('GET', `/webhooks/calls/acme/${'a'.repeat(16)}-${'b'.repeat(43)}`), answered503],
  'connect-flow': [
    {
      Details: { ContactData: { ContactId: 'c1' }, Parameters: { app: 'acme' } },
    },
    rejected,
  ],
  gate: [
    http('POST', '/v23.0/106540352242922/messages', {
      body: { messaging_product: 'whatsapp', to: '+525512345678', text: { body: 'Hi' } },
      headers: { authorization: `Bearer olk_key_${'a'.repeat(16)}_${'b'.repeat(43)}` },
    }),
    answered503,
  ],
  gupshup: [
    http('POST', `/webhooks/gupshup/acme/${gupshupSecret}`, {
      body: userEvent('opted-out', '16505551234', noon),
    }),
    webhook503,
  ],
};

describe('a table that throttles everything', () => {
  test('is given up by every function within six seconds, and asked a few times only', async () => {
    const names = Object.keys(functions) as (keyof typeof functions)[];
    const came = await passing(
      Promise.all(names.map(async (name) => [name, await run(name, functions[name][0])] as const)),
    );
    for (const [name, { answer, after, requests }] of came) {
      functions[name][1](answer);
      expect([name, after <= longest]).toEqual([name, true]);
      expect([name, requests > 0 && requests <= mostRequests], String(requests)).toEqual([name, true]);
    }
  });

  test('a delivery of many STOPs too: they wait together', async () => {
    const stops = Array.from({ length: 200 }, (_, n) => stop(n));
    const { answer, after, requests } = await passing(run('whatsapp-webhook', webhook(...stops), 29_000));
    webhook503(answer);
    expect(after).toBeLessThanOrEqual(longest);
    expect(requests).toBeLessThanOrEqual(mostRequests);
  });
});

describe('a table that only throttles writes', () => {
  test.each([
    ['an opt-out', 'consent', http('POST', '/v1/apps/acme/opt-outs', { body: optOut() }), 15_000],
    ['a STOP on WhatsApp', 'whatsapp-webhook', webhook(stop(1)), 29_000],
  ] as const)('%s: reads that are answered do not make it wait longer', async (_, name, event, left) => {
    onlyWrites = true;
    const { answer, after, requests } = await passing(run(name, event, left));
    webhook503(answer);
    expect(after).toBeLessThanOrEqual(longest);
    expect(requests).toBeLessThanOrEqual(3 * mostRequests);
  });
});
