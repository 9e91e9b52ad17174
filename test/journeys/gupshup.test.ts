import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ago, openShop, type Person, type Shop } from '../support/journeys/shop.ts';
import { eventually, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { gupshupMessage, messageEvent, userEvent } from '../support/providers/gupshup.ts';

const target = journeyTarget();
const bareOptIn = { purposes: ['offers', 'order-updates'], noticeId: 'web-sign-up', noticeVersion: 1 };
const decisionOf = async (shop: Shop, { phone }: Person) => (await shop.decide({ phone })).decision;

/** A key for the programs of a shop, and the shop under the name that it has at Gupshup. */
async function openMoved(
  journey: string,
): Promise<{ readonly shop: Shop; readonly key: string; readonly name: string }> {
  const shop = await openShop(journey);
  const name = `Demo-${shop.appId}`;
  const changed = await target.call('PATCH', `/v1/apps/${shop.appId}`, { gupshup: { appName: name, bareOptIn } });
  expect(changed).toMatchObject({ status: 200, body: { gupshup: { appName: name, bareOptIn } } });
  const scopes = ['consent:write', 'users:read'];
  const made = await target.call('POST', '/v1/keys', { name: 'crm', scopes, apps: [shop.appId] });
  return { shop, key: String(made.body.key), name };
}

describe('a program made for Gupshup', () => {
  it('opts in and out, and reads the list, with nothing but another address and key', async () => {
    const { shop, key, name } = await openMoved('gupshup-programs');
    const [ana, ben] = [shop.person('Ana'), shop.person('Ben')];
    const opt = (way: 'in' | 'out', { phone }: Person, apikey = key) =>
      target.browse('POST', `/sm/api/v1/app/opt/${way}/${name}`, {
        form: new URLSearchParams({ user: phone.slice(1) }),
        headers: { apikey },
      });
    expect(await opt('in', ana)).toMatchObject({ status: 202, html: '' });
    expect(await opt('in', ben)).toMatchObject({ status: 202, html: '' });
    expect((await opt('in', ana, 'sk_other')).status).toBe(401);
    expect(await decisionOf(shop, ana)).toBe('allow');

    const enterprise = { method: 'OPT_OUT', userid: '2000155005', password: key, phone_number: ben.phone.slice(1) };
    const query = new URLSearchParams({
      ...enterprise,
      v: '1.1',
      auth_scheme: 'plain',
      channel: 'WHATSAPP',
      format: 'json',
    });
    const out = await target.browse('GET', `/GatewayAPI/rest?${query}`);
    expect(JSON.parse(out.html)).toMatchObject({ response: { status: 'success', phone: ben.phone.slice(1) } });
    expect(await decisionOf(shop, ben)).toBe('deny');

    await eventually(async () => {
      const list = await target.browse('GET', `/sm/api/v1/users/${name}`, { headers: { apikey: key } });
      const { status, users } = JSON.parse(list.html) as { status: string; users: Record<string, unknown>[] };
      expect(status).toBe('success');
      expect(users).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ countryCode: '52', phoneCode: ana.phone.slice(3), optinStatus: 'OPT_IN' }),
          expect.objectContaining({ countryCode: '52', phoneCode: ben.phone.slice(3), optinStatus: 'OPT_OUT' }),
        ]),
      );
    });
    // Who said yes by such a program did not say it first-hand, and under which notice is known.
    const found = await shop.post('users/search', { phone: ana.phone });
    const [said] = rowsOf(await shop.get(`users/${String(found.body.userId)}/statements`));
    expect(said).toMatchObject({ action: 'granted', by: 'data-subject', firstHand: false, notice: 'web-sign-up@1' });
  });
});

describe.skipIf(target.lacks('twilio'))('what Gupshup posts', () => {
  it('is heard at a secret address: STOP first-hand, once in both versions, and an opt-out as a report', async () => {
    const { shop } = await openMoved('gupshup-webhook');
    const [ana, ben, eva] = [shop.person('Ana'), shop.person('Ben'), shop.person('Eva')];
    for (const { phone } of [ana, ben, eva]) await shop.optIn({ phone });
    const secret = randomBytes(24).toString('base64url');
    const tell = (callback: object, at = secret) => target.hook(`/webhooks/gupshup/${shop.appId}/${at}`, callback);
    const stop = gupshupMessage(`wamid.gs.${target.run}`, ana.waId, ago(2) + 370, 'text', { text: 'STOP' });
    expect(await tell(stop)).toBe(401);
    await target.appSecret(shop.appId, 'gupshup', { webhookSecret: secret });
    await eventually(async () => expect(await tell(stop)).toBe(200));
    const text = {
      id: `wamid.gs.${target.run}`,
      from: ana.waId,
      timestamp: String(ago(2) / 1000),
      type: 'text',
      text: { body: 'STOP' },
    };
    const change = { field: 'messages', value: { messaging_product: 'whatsapp', messages: [text] } };
    expect(await tell({ object: 'whatsapp_business_account', gs_app_id: 'x', entry: [{ changes: [change] }] })).toBe(
      200,
    );
    expect(await decisionOf(shop, ana)).toBe('deny');
    const found = await shop.post('users/search', { phone: ana.phone });
    const said = rowsOf(await shop.get(`users/${String(found.body.userId)}/statements`));
    expect(said.filter(({ action }) => action === 'revoked')).toMatchObject([
      { firstHand: true, source: 'whatsapp-message' },
    ]);

    expect(await tell(messageEvent(ben.waId, ago(2), { payload: { code: 1002, reason: 'not on WhatsApp' } }))).toBe(
      200,
    );
    expect(await tell(messageEvent(ben.waId, ago(2), { payload: { code: 1006, reason: 'not opted in' } }))).toBe(200);
    expect(await decisionOf(shop, ben)).toBe('allow');
    expect(await tell(messageEvent(ben.waId, ago(1), { payload: { code: 1012, reason: 'User opted out' } }))).toBe(200);
    expect(await decisionOf(shop, ben)).toBe('deny');
    expect(await tell(userEvent('opted-out', eva.waId, ago(1)))).toBe(200);
    expect(await tell(userEvent('opted-in', eva.waId, ago(0)))).toBe(200);
    expect(await decisionOf(shop, eva)).toBe('deny');
    expect(await tell(stop, `${secret}x`)).toBe(401);
  });
});
