import { describe, expect, it } from 'vitest';
import { ago, openShop } from '../support/journeys/shop.ts';
import { journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

describe.skipIf(target.lacks('webhook', 'outside'))('a business that sends by the gate', () => {
  it('reaches whom it may write to, and nobody who said no; each decision is kept', async () => {
    const shop = await openShop('gated');
    const made = { name: 'sender', scopes: ['messages:send'], apps: [shop.appId] };
    const key = String((await target.call('POST', '/v1/keys', made)).body.key);
    const ana = shop.person('Ana');
    const send = (message: object, path = `/v23.0/${shop.phoneNumberId}/messages`) =>
      target.call('POST', path, { messaging_product: 'whatsapp', to: ana.phone, ...message }, { key });
    const reply = { type: 'text', text: { body: 'Hola' } };

    expect(await send(reply)).toMatchObject({ status: 400, body: { error: { code: 790000 } } });
    await shop.hear(textMessage(ana.waId, 'wamid.1', ago(3), 'hola'));
    const sent = await send(reply);
    expect(sent).toMatchObject({ status: 200, body: { messages: [{ id: expect.stringMatching(/^wamid\./) }] } });
    const decisionId = String(sent.headers['x-optledger-decision']);
    const arrived = (await target.sentFrom(shop.phoneNumberId)).filter(({ request }) => request.type === 'text');
    expect(arrived.at(-1)?.request).toMatchObject({ ...reply, biz_opaque_callback_data: decisionId });

    await shop.hear(textMessage(ana.waId, 'wamid.2', ago(1), 'ALTO'));
    const denied = await send(reply);
    expect(denied).toMatchObject({
      status: 400,
      body: { error: { code: 790000, optledger: { reasons: [{ code: 'stopped-everything' }] } } },
    });

    const decisions = rowsOf(await shop.get('gate-decisions'));
    expect(decisions.map(({ decision }) => decision)).toEqual(['deny', 'allow', 'deny']);
    const { userId } = (await shop.get(`gate-decisions/${decisionId}`)).body;
    expect(rowsOf(await shop.get(`users/${userId}/gate-decisions`)).map(({ decision }) => decision)).toEqual([
      'deny',
      'allow',
    ]);
  });

  it('is answered by our own API as before, where a path is none of Meta’s', async () => {
    expect(await target.call('GET', '/v1/nothing')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
    expect(await target.call('POST', '/v23.0/12345678/register', {})).toMatchObject({
      status: 404,
      body: { error: { code: 790004 } },
    });
    expect((await target.browse('GET', '/console/overview')).status).toBe(200);
  });
});
