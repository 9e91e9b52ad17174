import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackReceiver, startReceiver } from '../support/callbacks/loopback-receiver.ts';
import { eventually } from '../support/journeys/target.ts';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';

const minute = 60_000;
let system: LocalModeForTests;
let receiver: LoopbackReceiver;
let path: string;
let shops = 0;

type Answer = { readonly [field: string]: unknown };

async function ask(method: string, to: string, body?: object): Promise<{ status: number; body: Answer }> {
  const answer = await fetch(`${system.baseUrl}${to}`, {
    method,
    headers: { authorization: `Bearer ${system.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Answer };
}

beforeAll(async () => {
  system = await localModeForTests(undefined, undefined, true);
  receiver = await startReceiver();
}, 120_000);
afterAll(async () => {
  await receiver.stop();
  await system.stop();
});

let endpointId: string;
beforeEach(async () => {
  shops += 1;
  receiver.received.splice(0);
  receiver.answer = (_one, response) => response.writeHead(204).end();
  path = `/v1/apps/shop${shops}`;
  const purposes = [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }];
  const app = { appId: `shop${shops}`, displayName: `Shop ${shops}`, locale: 'en', timeZone: 'UTC', purposes };
  expect(await ask('POST', '/v1/apps', app)).toMatchObject({ status: 201 });
  const made = await ask('POST', `${path}/callbacks`, { url: receiver.url, types: 'all' });
  expect(made).toMatchObject({ status: 201 });
  endpointId = String(made.body.endpointId);
});

let second = 0;
/** Somebody says yes or no to a clerk, each a second later than before. */
async function say(what: 'opt-ins' | 'opt-outs', person: number): Promise<void> {
  second += 1;
  const statement = {
    user: { phone: `+52551234${String(person).padStart(4, '0')}` },
    ...(what === 'opt-ins' ? { purposes: ['offers'] } : { purposes: 'all' }),
    saidAt: new Date(Date.UTC(2026, 9, 1) + second * 1000).toISOString(),
    source: 'paper',
    by: 'data-subject',
    evidence: { documentRef: 'A-1', operator: 'till 4' },
  };
  const answer = await ask('POST', `${path}/${what}`, statement);
  expect(answer.status).toBe(201);
}

const deliveries = async () =>
  ((await ask('GET', `${path}/callbacks/${endpointId}/deliveries`)).body.data as Answer[]).map(
    ({ type, state, tries }) => ({
      type,
      state,
      tries: (tries as { outcome: string }[]).map(({ outcome }) => outcome),
    }),
  );
const told = () => receiver.received.map(({ event }) => event.type);

describe('a receiver on this machine', () => {
  it('that fails for a while gets every event, with the same id at each try, and a no at once in place of the yes that failed', async () => {
    receiver.answer = (_one, response) => response.writeHead(503).end('busy');
    await say('opt-ins', 1);
    await say('opt-ins', 2);
    await eventually(async () => expect(receiver.received).toHaveLength(2));
    receiver.answer = ({ event }, response) => response.writeHead(event.type === 'user.opted_out' ? 200 : 503).end();
    await say('opt-outs', 2);
    await eventually(async () => expect(told().filter((type) => type === 'user.opted_out')).toHaveLength(1));
    receiver.answer = (_one, response) => response.writeHead(200).end();
    await system.moveClock(2 * minute);
    await eventually(async () => expect(receiver.received).toHaveLength(4));
    const again = receiver.received[3];
    const first = receiver.received.find(({ event }) => event.userId === again?.event.userId);
    expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(again?.body).toBe(first?.body);
    await eventually(async () => {
      const listed = await deliveries();
      expect(listed.map(({ type, state }) => `${type} ${state}`).toSorted()).toEqual([
        'user.opted_in delivered',
        'user.opted_in superseded',
        'user.opted_out delivered',
      ]);
      const late = listed.find(({ type, state }) => type === 'user.opted_in' && state === 'delivered');
      expect(late?.tries).toEqual(['rejected', 'delivered']);
    });
  });

  it('that answers 302 or garbage gets the event again, and nobody follows', async () => {
    receiver.answer = (_one, response) => response.writeHead(302, { location: `${receiver.url}/elsewhere` }).end();
    await say('opt-ins', 1);
    await eventually(async () => expect(await deliveries()).toMatchObject([{ tries: ['redirected'] }]));
    receiver.answer = (_one, _response, request) => request.socket.end('this is no HTTP\r\n\r\n');
    await system.moveClock(2 * minute);
    await eventually(async () => expect(await deliveries()).toMatchObject([{ tries: ['redirected', 'unreachable'] }]));
    receiver.answer = (_one, response) => response.writeHead(200).end('{"ok":');
    await system.moveClock(6 * minute);
    await eventually(async () => expect(await deliveries()).toMatchObject([{ state: 'delivered' }]));
    expect(new Set(receiver.received.map(({ event }) => event.id)).size).toBe(1);
    expect(receiver.received).toHaveLength(3);
  });

  it('that hangs delays no other, and gets what waited', { timeout: 60_000 }, async () => {
    const [other, held] = [await startReceiver(), receiver.received];
    await ask('POST', `${path}/callbacks`, { url: other.url, types: 'all' });
    receiver.answer = () => undefined;
    for (let person = 1; person <= 4; person += 1) await say('opt-ins', person);
    // Long before the ten seconds are over that the other one is given.
    await eventually(async () => expect(other.received).toHaveLength(4));
    expect((await deliveries()).filter(({ state }) => state === 'delivered')).toEqual([]);
    await eventually(async () => expect((await deliveries())[3]).toMatchObject({ tries: ['timed-out'] }));
    receiver.answer = (_one, response) => response.writeHead(200).end();
    await eventually(async () => {
      await system.moveClock(2 * minute);
      expect((await deliveries()).map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'delivered'));
    });
    expect(new Set(held.map(({ event }) => event.id)).size).toBe(4);
    await other.stop();
  });

  it('that answers 410 is switched off, the others are told, and it gets what waited when it is on again', async () => {
    const other = await startReceiver();
    await ask('POST', `${path}/callbacks`, { url: other.url, types: ['callback.switched_off'] });
    receiver.answer = (_one, response) => response.writeHead(410).end();
    await say('opt-ins', 1);
    await eventually(async () =>
      expect(other.received.map(({ event }) => event)).toMatchObject([{ data: { endpointId, why: 'gone' } }]),
    );
    expect((await ask('GET', `${path}/callbacks/${endpointId}`)).body).toMatchObject({
      state: 'off',
      off: { why: 'gone' },
    });
    await say('opt-outs', 1);
    receiver.answer = (_one, response) => response.writeHead(200).end();
    await ask('PATCH', `${path}/callbacks/${endpointId}`, { state: 'on' });
    await eventually(async () => expect(told().slice(1)).toContain('user.opted_out'));
    expect(told().slice(1)).not.toContain('user.opted_in');
    await other.stop();
  });
});
