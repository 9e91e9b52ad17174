import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newMessageSid } from '../../dev/outside-world/twilio-webhook.ts';
import { ago, openShop, type Person, type Shop } from '../support/journeys/shop.ts';
import { eventually, journeyTarget } from '../support/journeys/target.ts';
import { delivery, messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();
const newToken = (): string => randomBytes(16).toString('hex');
const decisionOf = async (shop: Shop, { phone }: Person) => (await shop.decide({ phone })).decision;

describe.skipIf(target.lacks('twilio'))('numbers of Twilio', () => {
  it('hears STOP by SMS and on WhatsApp, signed with a secret that was written after the app was made', async () => {
    const shop = await openShop('twilio');
    const [sms, whatsapp] = [shop.smsNumber, (shop.settings.whatsapp as { phone: string }).phone];
    const changed = await target.call('PATCH', `/v1/apps/${shop.appId}`, {
      smsNumbers: [{ phone: sms, country: 'US', provider: 'twilio' }],
      whatsapp: { ...(shop.settings.whatsapp as object), provider: 'twilio' },
    });
    expect(changed).toMatchObject({ status: 200, body: { smsNumbers: [{ provider: 'twilio' }] } });
    const [ana, ben] = [shop.person('Ana'), shop.person('Ben')];
    for (const { phone } of [ana, ben]) await shop.optIn({ phone });
    const said = (From: string, To: string) => ({ MessageSid: newMessageSid(), From, To, Body: 'STOP', NumMedia: '0' });
    const post = (fields: { readonly [name: string]: string }, token: string) =>
      target.twilio(shop.appId, fields, token);

    const token = newToken();
    const stop = said(ana.phone, sms);
    expect(await post(stop, token)).toBe(401);
    await target.appSecret(shop.appId, 'twilio', { accountSid: `AC${newToken()}`, authToken: token });
    // No deployment and no start: it is read when it is needed, but not for everybody who sends something that does not fit.
    await eventually(async () => expect(await post(stop, token)).toBe(200));
    expect(await decisionOf(shop, ana)).toBe('deny');

    const next = newToken();
    const onWhatsapp = said(`whatsapp:+${ben.waId}`, `whatsapp:${whatsapp}`);
    expect(await post(onWhatsapp, next)).toBe(401);
    expect(await decisionOf(shop, ben)).toBe('allow');
    await target.appSecret(shop.appId, 'twilio', { accountSid: `AC${newToken()}`, authToken: next });
    await eventually(async () => expect(await post(onWhatsapp, next)).toBe(200));
    expect(await decisionOf(shop, ben)).toBe('deny');
    expect(await target.twilio(`nobody-${target.run}`, stop, token)).toBe(401);
  });
});

describe.skipIf(target.lacks('social'))('WhatsApp by AWS', () => {
  it('hears STOP out of an entry of Meta’s that AWS publishes', async () => {
    const shop = await openShop('aws-social');
    const ana = shop.person('Ana');
    await shop.optIn({ phone: ana.phone });
    const stop = textMessage(ana.waId, `wamid.aws.${target.run}`, ago(1), 'STOP');
    await target.social(delivery(messagesChange(shop.phoneNumberId, { messages: [stop] })));
    await eventually(async () => expect(await decisionOf(shop, ana)).toBe('deny'));
  });
});
