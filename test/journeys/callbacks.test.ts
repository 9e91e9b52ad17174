import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LoopbackReceiver, startReceiver } from '../support/callbacks/loopback-receiver.ts';
import { ago, openShop } from '../support/journeys/shop.ts';
import { eventually, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();
/** Deployed code reaches nobody on this machine, whoever asks it to. */
const isLocal = inject('journey').local !== undefined;

describe('a callback address', () => {
  it('is refused where it leads inside, or nowhere', async () => {
    const shop = await openShop('callbacks-refused');
    const path = `/v1/apps/${shop.appId}/callbacks`;
    for (const url of [
      'https://127.0.0.1/',
      'https://169.254.169.254/latest',
      'https://localhost/',
      'https://a.internal/',
    ]) {
      expect(await target.call('POST', path, { url, types: 'all' })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/url', code: 'not-a-public-url' }] },
      });
    }
    expect(await target.call('POST', path, { url: 'https://nowhere.example/', types: 'all' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/url', code: 'unresolved' }] },
    });
    expect(rowsOf(await target.call('GET', path))).toEqual([]);
  });

  it('can be told of every type in the catalogue, each with a sample and its schema', async () => {
    const types = rowsOf(await target.call('GET', '/v1/event-types'));
    expect(types.map(({ type }) => type)).toContain('user.opted_out');
    for (const { type, sample, schema } of types) {
      expect(sample).toMatchObject({ type });
      expect(schema).toMatchObject({ type: 'object', properties: { type: { const: type } } });
    }
  });
});

// One receiver counts what comes.
describe.skipIf(!isLocal)('a receiver', { concurrent: false }, () => {
  let receiver: LoopbackReceiver;
  beforeAll(async () => {
    receiver = await startReceiver();
  });
  afterAll(() => receiver.stop());

  it('learns of a STOP as soon as it is heard, signed, and of it again when somebody asks', async () => {
    const shop = await openShop('callbacks-stop');
    const path = `/v1/apps/${shop.appId}/callbacks`;
    const made = await target.call('POST', path, { url: receiver.url, types: ['user.opted_in', 'user.opted_out'] });
    expect(made).toMatchObject({ status: 201, body: { state: 'on', health: 'good' } });
    const { endpointId, secret } = made.body;

    const ana = shop.person('Ana');
    const { userId } = (await shop.optIn({ phone: ana.phone }, { purposes: ['offers'] })).body;
    await eventually(async () => expect(receiver.received).toHaveLength(1));
    const saidAt = performance.now();
    expect(await shop.hear(textMessage(ana.waId, 'wamid.STOP', ago(0), 'STOP'))).toBe(200);
    await eventually(async () => expect(receiver.received).toHaveLength(2));
    const [yes, no] = receiver.received;
    const recordedAt = Date.parse(String(no?.event.timestamp));
    const [all, own] = [(no?.at ?? 0) - saidAt, (no?.arrivedAt ?? 0) - recordedAt];
    console.log(`STOP to event to receiver: ${Math.round(all)} ms, of which ${own} ms since it was recorded`);
    expect([yes?.event, no?.event]).toMatchObject([
      { type: 'user.opted_in', userId },
      { type: 'user.opted_out', userId, data: { scope: 'all', ended: ['offers'] } },
    ]);
    expect(Number(no?.event.sequence)).toBeGreaterThan(Number(yes?.event.sequence));
    for (const { event, body, headers } of receiver.received) {
      const signed = headers as Record<string, string>;
      expect(new Webhook(String(secret)).verify(body, signed)).toEqual(event);
      expect(signed['webhook-id']).toBe(event.id);
    }

    // Their list; the yes is not told again, the no is.
    const listed = rowsOf(await target.call('GET', `${path}/${endpointId}/deliveries`));
    expect(listed).toMatchObject([
      { type: 'user.opted_out', state: 'delivered', attempts: 1, tries: [{ outcome: 'delivered', code: 204 }] },
      { type: 'user.opted_in', state: 'delivered' },
    ]);
    const deliveryIds = listed.map(({ deliveryId }) => deliveryId);
    expect((await target.call('POST', `${path}/${endpointId}/replay`, { deliveryIds })).body).toMatchObject({
      replayed: 1,
      refused: [{ deliveryId: deliveryIds[1], code: 'superseded' }],
    });
    await eventually(async () => expect(receiver.received).toHaveLength(3));
    expect(receiver.received[2]?.body).toBe(no?.body);

    // The same person is in the list of withdrawals.
    const withdrawals = rowsOf(
      await target.call('GET', `/v1/apps/${shop.appId}/withdrawals?since=${new Date(ago(60)).toISOString()}`),
    );
    expect(withdrawals.map((each) => each.userId)).toContain(userId);
  });

  it('gets a test event, and after a rotation two signatures', async () => {
    const shop = await openShop('callbacks-test');
    const path = `/v1/apps/${shop.appId}/callbacks`;
    const { endpointId, secret } = (await target.call('POST', path, { url: receiver.url, types: ['export.completed'] }))
      .body;
    const { secret: fresh } = (await target.call('POST', `${path}/${endpointId}/rotate`)).body;
    expect((await target.call('GET', `${path}/${endpointId}/secret`)).body).toMatchObject({ secret: fresh });
    expect(fresh).not.toBe(secret);
    receiver.received.splice(0);
    const tested = await target.call('POST', `${path}/${endpointId}/test`, { type: 'user.opted_out' });
    expect(tested).toMatchObject({ status: 202, body: { state: 'owed', type: 'user.opted_out' } });
    await eventually(async () => expect(receiver.received).toHaveLength(1));
    const [{ body, headers, event } = { body: '', headers: {}, event: {} }] = receiver.received;
    expect(event).toMatchObject({ data: { test: true } });
    for (const each of [secret, fresh]) new Webhook(String(each)).verify(body, headers as Record<string, string>);
    await eventually(async () =>
      expect(
        (await target.call('GET', `${path}/${endpointId}/deliveries/${tested.body.deliveryId}`)).body,
      ).toMatchObject({
        state: 'delivered',
        body,
      }),
    );
    expect((await target.call('DELETE', `${path}/${endpointId}`)).status).toBe(204);
    expect((await target.call('GET', `${path}/${endpointId}`)).status).toBe(404);
  });

  it('may be one of five', async () => {
    const shop = await openShop('callbacks-five');
    const path = `/v1/apps/${shop.appId}/callbacks`;
    for (let made = 0; made < 5; made += 1) await target.call('POST', path, { url: receiver.url, types: 'all' });
    expect(await target.call('POST', path, { url: receiver.url, types: 'all' })).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'too-many' }] },
    });
    expect(rowsOf(await target.call('GET', path))).toHaveLength(5);
  });
});
