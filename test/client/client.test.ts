import { describe, expect, it } from 'vitest';
import { createClient, dataOf, eachOf, ProblemError } from '../../client/src/index.ts';

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** A client whose API gives these answers one after the other, and what was sent and waited for. */
function clientOf(answers: readonly Response[], retries?: number) {
  const left = [...answers];
  const sent: Sent[] = [];
  const waited: number[] = [];
  const client = createClient({
    baseUrl: 'https://api.example/',
    key: 'olk_test',
    retries,
    async fetch(request) {
      sent.push({ method: request.method, url: request.url, headers: request.headers, body: await request.text() });
      const answer = left.shift();
      if (answer === undefined) throw new Error('The client asks once more.');
      return answer;
    },
    wait: async (milliseconds) => void waited.push(milliseconds),
  });
  return { client, sent, waited };
}

const json = (status: number, body: object, headers: { readonly [name: string]: string } = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const busy = (after: string) =>
  json(429, { message: 'Too Many Requests' }, after === '' ? {} : { 'retry-after': after });
const again = () => json(503, { code: 'try-again', detail: 'Busy.' }, { 'retry-after': '2' });
const params = { path: { appId: 'acme' } };
const optIn = {
  user: { phone: '+52 55 1234 5678' },
  purposes: ['offers'],
  saidAt: '2026-01-10T10:00:00-06:00',
  source: 'paper',
  by: 'data-subject',
  evidence: { documentRef: 'A-1' },
} as const;

it('sends the key, the body as JSON, and the id of a retry', async () => {
  const { client, sent } = clientOf([json(201, { userId: 'usr_1' })]);
  const header = { 'Idempotency-Key': 'form-1' };
  await client.POST('/v1/apps/{appId}/opt-ins', {
    params: { ...params, header },
    body: { ...optIn, purposes: ['offers'] },
  });
  expect(sent).toMatchObject([{ method: 'POST', url: 'https://api.example/v1/apps/acme/opt-ins' }]);
  const { headers, body } = sent[0] as Sent;
  expect(JSON.parse(body)).toEqual(optIn);
  expect([...['authorization', 'content-type', 'idempotency-key'].map((name) => headers.get(name))]).toEqual([
    'Bearer olk_test',
    'application/json',
    'form-1',
  ]);
});

describe('a call that was turned away for now', () => {
  it('is sent again after the time that the answer names, with its body', async () => {
    const { client, sent, waited } = clientOf([busy('7'), busy(''), json(200, { userId: 'usr_1' })]);
    const body = { phone: '+525512345678' };
    expect(await dataOf(client.POST('/v1/apps/{appId}/users/search', { params, body }))).toMatchObject({
      userId: 'usr_1',
    });
    expect(waited).toEqual([7_000, 2_000]);
    expect(sent.map((each) => each.body)).toEqual(Array.from({ length: 3 }, () => JSON.stringify(body)));
  });

  it('is given up after two more times, or as many as were asked for', async () => {
    const twice = clientOf([busy('0'), busy('0'), busy('0')]);
    expect((await twice.client.GET('/v1/apps')).response.status).toBe(429);
    const never = clientOf([busy('0')], 0);
    expect((await never.client.GET('/v1/apps')).response.status).toBe(429);
  });

  it('is given up at once when it would take longer than half a minute', async () => {
    const { client, waited } = clientOf([busy('31')]);
    expect((await client.GET('/v1/apps')).response.status).toBe(429);
    expect(waited).toEqual([]);
  });

  it('that may have been done all the same is sent again only where that does nothing twice', async () => {
    const recorded = clientOf([again(), json(201, { userId: 'usr_1' })]);
    const first = await recorded.client.POST('/v1/apps/{appId}/opt-ins', {
      params,
      body: { ...optIn, purposes: ['offers'] },
    });
    expect(first.response.status).toBe(201);
    const read = clientOf([again(), json(200, { data: [], nextCursor: null })]);
    expect((await read.client.GET('/v1/apps')).response.status).toBe(200);
    // A second key, export or link would be made.
    const made = clientOf([again()]);
    const key = { name: 'till', scopes: ['apps:read' as const], apps: 'all' as const };
    expect((await made.client.POST('/v1/keys', { body: key })).response.status).toBe(503);
    const exported = clientOf([again()]);
    const call = exported.client.POST('/v1/apps/{appId}/exports', { params, body: { purpose: 'offers' } });
    expect((await call).response.status).toBe(503);
  });
});

describe('a refusal', () => {
  const problem = {
    type: '/docs/problems#invalid-input',
    title: 'The request says something impossible',
    status: 422,
    detail: 'The input has one fault; see errors.',
    code: 'invalid-input',
    errors: [{ pointer: '/phone', code: 'no-country-code', detail: 'The number needs its country code.' }],
    requestId: 'JKJaXmPLvHcESHA=',
  };

  it('is an exception with its code, all faults and the id of the request', async () => {
    const { client } = clientOf([json(422, problem, { 'content-type': 'application/problem+json' })]);
    const body = { phone: '55 1234' };
    const failure = await dataOf(client.POST('/v1/apps/{appId}/users/search', { params, body })).catch((each) => each);
    expect(failure).toBeInstanceOf(ProblemError);
    expect(failure).toMatchObject({
      name: 'ProblemError',
      message: problem.detail,
      status: 422,
      code: 'invalid-input',
      faults: problem.errors,
      requestId: problem.requestId,
      problem,
    });
  });

  it('of the gateway has no code, and its words', async () => {
    const { client } = clientOf([json(401, { message: 'Unauthorized' })]);
    const failure = await dataOf(client.GET('/v1/apps')).catch((each) => each);
    expect(failure).toMatchObject({ message: 'Unauthorized', status: 401, code: undefined, faults: [] });
  });

  it('without a body says at least its status, and when to come again', async () => {
    const { client } = clientOf([new Response(null, { status: 503, headers: { 'retry-after': '40' } })]);
    const failure = await dataOf(client.GET('/v1/apps')).catch((each) => each);
    expect(failure).toMatchObject({ message: 'The API answered 503.', status: 503, retryAfterSeconds: 40 });
  });
});

describe('a list', () => {
  const page = (names: readonly string[], nextCursor: string | null) =>
    json(200, { data: names.map((appId) => ({ appId })), nextCursor });

  it('is read to its end, also past a page without rows', async () => {
    const { client, sent } = clientOf([page(['a', 'b'], 'one'), page([], 'two'), page(['c'], null)]);
    const seen: string[] = [];
    for await (const { appId } of eachOf((next) =>
      client.GET('/v1/apps', { params: { query: { limit: 2, ...next } } }),
    )) {
      seen.push(appId);
    }
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      '?limit=2',
      '?limit=2&cursor=one',
      '?limit=2&cursor=two',
    ]);
  });

  it('is read no further than it is wanted', async () => {
    const { client, sent } = clientOf([page(['a', 'b'], 'one')]);
    for await (const { appId } of eachOf((next) => client.GET('/v1/apps', { params: { query: next } }))) {
      if (appId === 'b') break;
    }
    expect(sent).toHaveLength(1);
  });

  it('ends with the problem of a page that is refused', async () => {
    const { client } = clientOf([
      page(['a'], 'one'),
      json(400, { code: 'unreadable-input', detail: 'Not of this list.' }),
    ]);
    const read = async () => {
      for await (const _ of eachOf((next) => client.GET('/v1/apps', { params: { query: next } })));
    };
    await expect(read()).rejects.toMatchObject({ code: 'unreadable-input' });
  });
});
