import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { userAgent } from '../../../../lambdas/adapters/dynamodb/table/lean-client.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'the secret', sessionToken: 'the token' };

type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body: string };
type Asked = { readonly headers: IncomingMessage['headers']; readonly body: string };

/** A service that gives one answer after the other. */
let server: Server;
let answers: Answer[];
let asked: Asked[];
beforeEach(async () => {
  [answers, asked] = [[], []];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      asked.push({ headers: request.headers, body });
      const answer = answers.shift() ?? { body: '{}' };
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/x-amz-json-1.0', ...answer.headers });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function table() {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return documentTable('table', undefined, { endpoint, region: 'eu-west-1', credentials });
}
const read = () => table().documents.send(new GetCommand({ TableName: 'table', Key: { pk: 'a', sk: 'b' } }));

describe('the client of the table', () => {
  it('has these middlewares of the SDK, and ours: look at what is new before it is added here', () => {
    expect(table().documents.middlewareStack.identify()).toEqual([
      'nameRefusals - initialize',
      'endInTime - initialize',
      'meterCapacity - initialize',
      'serializerMiddleware - serialize',
      'contentLengthMiddleware - build',
      'sayWho - build',
      'hostHeaderMiddleware - build',
      'retryMiddleware - finalizeRequest',
      'httpSigningMiddleware (a.k.a. apiKeyMiddleware,tokenMiddleware,awsAuthMiddleware) - finalizeRequest',
      'sendInTime - finalizeRequest',
      'deserializerMiddleware - deserialize',
    ]);
  });

  it('says who asks, as a word that is not composed anew for each request', async () => {
    await read();
    expect(asked[0]?.headers['user-agent']).toBe(userAgent);
    for (const name of ['x-amz-user-agent', 'x-amzn-trace-id']) expect(asked[0]?.headers[name]).toBeUndefined();
  });

  it.each([
    ['first', 0],
    ['second', 1],
  ])('signs what is sent, whole, with the token of the session: the %s request of a client', async (_, index) => {
    const { documents } = table();
    for (const pk of ['a', 'another'])
      await documents.send(new GetCommand({ TableName: 'table', Key: { pk, sk: 'b' } }));
    const { headers, body } = asked[index] ?? { headers: {}, body: '' };
    const [, day = '', names = '', signature] =
      /Credential=AKIDEXAMPLE\/(\d{8})\/eu-west-1\/dynamodb\/aws4_request, SignedHeaders=(\S+), Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      ) ?? [];
    for (const name of ['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target'])
      expect(names.split(';')).toContain(name);
    // Signature Version 4, as AWS documents it.
    const sha = (text: string) => createHash('sha256').update(text).digest('hex');
    const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
    const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
    const canonical = ['POST', '/', '', lines.join(''), names, sha(body)].join('\n');
    const scope = `${day}/eu-west-1/dynamodb/aws4_request`;
    const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha(canonical)].join('\n');
    const key = scope
      .split('/')
      .reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${credentials.secretAccessKey}`);
    expect(hmac(key, toSign).toString('hex')).toBe(signature);
  });

  it('asks again what failed, and tells the service which attempt it is', async () => {
    answers = [{ status: 500, body: '{}' }, { status: 503, body: '{}' }, { body: '{"Item":{"pk":{"S":"a"}}}' }];
    expect((await read()).Item).toEqual({ pk: 'a' });
    expect(asked.map(({ headers }) => String(headers['amz-sdk-request']).split(';')[0])).toEqual([
      'attempt=1',
      'attempt=2',
      'attempt=3',
    ]);
    expect(new Set(asked.map(({ headers }) => headers['amz-sdk-invocation-id'])).size).toBe(1);
  });

  it('follows the clock of the service where its own is wrong', async () => {
    const date = new Date(Date.now() + 3_600_000);
    answers = [
      {
        status: 400,
        headers: { date: date.toUTCString() },
        body: '{"__type":"com.amazon.coral.service#InvalidSignatureException","message":"Signature not yet current"}',
      },
      { body: '{"Item":{"pk":{"S":"a"}}}' },
    ];
    expect((await read()).Item).toEqual({ pk: 'a' });
    const day = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');
    expect(String(asked[1]?.headers['x-amz-date']).slice(0, 11)).toBe(day(date).slice(0, 11));
  });
});
