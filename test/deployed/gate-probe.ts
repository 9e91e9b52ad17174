import { ago, type Shop } from '../support/journeys/shop.ts';
import type { JourneyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';
import { expectStatus, type Probe } from './probe.ts';

/** A reply and a template by the gate, with a new key each time: the use of a key is noted once an hour. */
export async function gateProbe(shop: Shop, target: JourneyTarget): Promise<Probe> {
  const ana = shop.person('Ana');
  expectStatus({ status: await shop.hear(textMessage(ana.waId, 'wamid.gate', ago(1), 'hola')) }, 200);
  return async (round) => {
    const made = await target.call('POST', '/v1/keys', { name: round, scopes: ['messages:send'], apps: [shop.appId] });
    const send = (message: object) =>
      target.call(
        'POST',
        `/v23.0/${shop.phoneNumberId}/messages`,
        { messaging_product: 'whatsapp', to: ana.phone, ...message },
        { key: String(made.body.key) },
      );
    expectStatus(await send({ type: 'text', text: { body: 'Hola' } }), 200);
    // A template that nobody knows is denied, and that is decided and kept.
    expectStatus(await send({ type: 'template', template: { name: 'none', language: { code: 'en' } } }), 400);
    const keys = await target.call('GET', '/v1/keys?limit=100');
    expectStatus(keys, 200);
    const used = (keys.body.data as { keyId: string; lastUsedAt?: string }[]).find(
      (each) => each.keyId === made.body.keyId,
    );
    if (keys.body.nextCursor === null && used?.lastUsedAt === undefined)
      throw new Error('The use of the key is not noted.');
  };
}
