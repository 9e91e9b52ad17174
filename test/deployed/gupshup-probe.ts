import { randomUUID } from 'node:crypto';
import { ago, type Person, type Shop } from '../support/journeys/shop.ts';
import type { JourneyTarget } from '../support/journeys/target.ts';
import { gupshupMessage, userEvent } from '../support/providers/gupshup.ts';
import { expectStatus, type Probe } from './probe.ts';

/**
 * Programs with a new key each time, for the use of a key is noted once an hour: they opt people in and out and list them. And a message, a no of
 * Gupshup's and something that cannot be read, at the secret address; one of them of somebody whose two records are one.
 */
export async function gupshupProbe(shop: Shop, target: JourneyTarget, joined: Person): Promise<Probe> {
  const secret = randomUUID();
  await target.appSecret(shop.appId, 'gupshup', { webhookSecret: secret });
  const bareOptIn = { purposes: ['offers'], noticeId: 'web-sign-up', noticeVersion: 1 };
  expectStatus(await target.call('PATCH', `/v1/apps/${shop.appId}`, { gupshup: { bareOptIn } }), 200);
  return async (round) => {
    const scopes = ['consent:write', 'users:read'];
    const made = await target.call('POST', '/v1/keys', { name: round, scopes, apps: [shop.appId] });
    const headers = { apikey: String(made.body.key) };
    const [ana, eva] = [shop.person(`Ana ${round}`), shop.person(`Eva ${round}`)];
    for (const [way, { phone }] of [
      ['in', ana],
      ['in', joined],
      ['out', ana],
    ] as const) {
      const form = new URLSearchParams({ user: phone.slice(1) });
      expectStatus(await target.browse('POST', `/sm/api/v1/app/opt/${way}/${shop.appId}`, { form, headers }), 202);
    }
    expectStatus(await target.browse('GET', `/sm/api/v1/users/${shop.appId}`, { headers }), 200);
    const at = ago(1);
    const said = [
      gupshupMessage(`m-${round}`, eva.waId, at, 'text', { text: 'hola' }),
      gupshupMessage(`j-${round}`, joined.waId, at, 'text', { text: 'STOP' }),
      userEvent('opted-out', eva.waId, at),
      userEvent('opted-in', ana.waId, at),
      { unreadable: round },
    ];
    for (const callback of said) {
      expectStatus({ status: await target.hook(`/webhooks/gupshup/${shop.appId}/${secret}`, callback) }, 200);
    }
  };
}
