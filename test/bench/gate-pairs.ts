import { createServer } from 'node:http';
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { gateReader } from '../../lambdas/adapters/dynamodb/gate/gate-reader.ts';
import { keptDecisions } from '../../lambdas/adapters/dynamodb/gate/kept-decisions.ts';
import { keyedHash } from '../../lambdas/adapters/dynamodb/table/keyed-hash.ts';
import { placeKey } from '../../lambdas/adapters/dynamodb/table/keys.ts';
import { ask } from '../../lambdas/adapters/http/ask.ts';
import { metaGraph } from '../../lambdas/adapters/providers/meta/meta-graph.ts';
import { gate } from '../../lambdas/handlers/gate.ts';
import { httpEvent } from '../support/api/http-event.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, type BenchTable, begin, crowd, identifierKey, phoneOf } from './bench-table.ts';
import { inLanes, type Pair } from './compare.ts';

const phoneNumberId = acme.whatsapp?.phoneNumberId ?? '';
const answer = JSON.stringify({ messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] });

/** The gate against a forwarder that decides nothing and sends the same two requests to the table: who it is, and what was decided. */
export async function gatePairs(bench: BenchTable): Promise<{ readonly pairs: readonly Pair[]; stop(): void }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const { table, client } = bench;
  // In the window of whoever wrote when the benchmark began.
  const now = () => begin + 60_000;
  const app = acme;
  const key = {
    keyId: 'key_aaaaaaaaaaaaaaaa',
    name: 'bench',
    scopes: ['messages:send'],
    apps: '*' as const,
    createdAt: 0,
  };
  const handler = gate({
    // What is remembered for a minute, and for five seconds.
    keys: { authenticate: async () => key, noteUse: async () => undefined } as never,
    rate: { spend: async () => undefined },
    apps: { ofWhatsappNumber: async () => ({ app, portfolio: 0, isFormer: false }) } as never,
    reader: gateReader(table, identifierKey),
    decisions: keptDecisions(table),
    graph: metaGraph(`${url}/v26.0`, async () => 'the-access-token-of-acme'),
    now,
    proxy: undefined,
  });
  const path = `/v23.0/${phoneNumberId}/messages`;
  let asked = 0;
  const body = () => {
    asked += 1;
    return { messaging_product: 'whatsapp', to: `+${phoneOf(asked % crowd)}`, type: 'text', text: { body: 'Hi' } };
  };
  const headers = { authorization: `Bearer olk_${key.keyId}_${'b'.repeat(43)}` };
  const send = async () => {
    const sent = await handler(httpEvent('POST', path, { body: body(), headers, key: null }), lambdaContext('bench'));
    if (sent.statusCode !== 200) throw new Error(`The gate answered ${sent.statusCode}: ${sent.body}`);
  };

  const hash = keyedHash(identifierKey);
  const decided = {
    ...{
      at: now(),
      decision: 'allow',
      keyId: key.keyId,
      path: 'messages',
      message: { kind: 'free-form', type: 'text' },
    },
    ...{
      isDryRun: false,
      reasons: [{ code: 'window-open', detail: 'The window is open until 2026-11-22T10:00:00Z.' }],
    },
    ...{
      wouldChange: ['The window closes 24 hours after the last message.'],
      upk: 'acme#D#AAAAAAAAAAA',
      ttl: 2_000_000_000,
    },
  };
  const forward = async () => {
    const message = body();
    const place = hash.place({ kind: 'phone', value: message.to.slice(1) });
    const { pk } = placeKey('acme', place);
    await client.send(
      new QueryCommand({
        TableName: table.tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: pk } },
      }),
    );
    const sk = `2026-11-21T10:01:00.000Z#${asked}`;
    const Item = marshall({ pk: `acme#D#${asked % 8}`, sk, usk: sk, ...decided });
    await client.send(new PutItemCommand({ TableName: table.tableName, Item }));
    const sent = await ask(
      { method: 'POST', url: new URL(`${url}${path}`), headers, body: JSON.stringify(message) },
      5_000,
    );
    if (sent.status !== 200) throw new Error('The bare forwarder sent nothing.');
  };
  await silently(send);
  await forward();

  const silent = inLanes(send);
  const pair: Pair = {
    name: 'gate / bare forwarder, the same two requests',
    reach: '>= 0.60',
    ours: () => silently(silent),
    bare: inLanes(forward),
  };
  return { pairs: [pair], stop: () => void server.close() };
}

/** The line that each run writes is made, and goes nowhere. */
async function silently<Result>(run: () => Promise<Result>): Promise<Result> {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await run();
  } finally {
    process.stdout.write = write;
  }
}
