import { describe, expect, it } from 'vitest';
import { expectAnswer, publishStarter } from '../support/journeys/collection.ts';
import { ago, openShop, type Shop } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget, rowsOf } from '../support/journeys/target.ts';

const target = journeyTarget();

/** A shop whose number people call, with the template by which they are asked. */
async function openCalledShop(journey: string): Promise<Shop & { readonly phone: string }> {
  const shop = await openShop(journey);
  await publishStarter(shop);
  expectAnswer(await shop.post('templates/refresh', {}), 200);
  const phone = shop.smsNumber;
  const telephone = {
    numbers: [{ phone }],
    noticeId: 'signup',
    welcome: [{ locale: 'es', name: 'may_we_write', language: 'es_MX' }],
    missedCalls: { enabled: true },
    ivr: { enabled: true },
  };
  const answer = await target.call('PATCH', `/v1/apps/${shop.appId}`, { telephone });
  expect(answer).toMatchObject({ status: 200, body: { telephone } });
  return { ...shop, phone };
}

/** The payloads behind the buttons of the one template that went to somebody. */
const welcomed = (shop: Shop, phone: string): Promise<readonly string[]> =>
  eventually(async () => {
    const sent = (await target.sentFrom(shop.phoneNumberId)).filter(({ to }) => to === phone);
    expect(sent).toHaveLength(1);
    const [{ request } = {}] = sent;
    const { template } = request as unknown as { template: { name: string; components: readonly Json[] } };
    expect(template).toMatchObject({ name: 'may_we_write', language: { code: 'es_MX' } });
    return template.components.map(({ parameters }) => (parameters as { payload: string }[])[0]?.payload ?? '');
  });

const presses = (shop: Shop, waId: string, payload: string) =>
  shop.hear({
    from: waId,
    id: `wamid.${payload}`,
    timestamp: String(ago(0) / 1000),
    type: 'button',
    button: { payload, text: 'x' },
  });

describe.skipIf(target.lacks('webhook', 'outside'))('a missed call', () => {
  it('is no opt-in, is asked about once, and yes on the phone is one with the point of the call', async () => {
    const shop = await openCalledShop('missed-call');
    const ana = shop.person('Ana');
    const mapping = { method: 'GET', in: 'query', caller: 'from', called: 'to', callId: 'id', numbers: 'digits' };
    const { url } = expectAnswer(await shop.post('call-hooks', { provider: 'generic', mapping }), 201);
    const call = new URLSearchParams({ from: ana.phone.slice(1), to: shop.phone.slice(1), id: 'call-1' });
    for (const at of [url, url]) expect((await target.browse('GET', `${at}?${call}`)).status).toBe(200);
    expect((await target.browse('GET', `${String(url).slice(0, -1)}_?${call}`)).status).toBe(401);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'never-asked' }],
    });

    const [yes = ''] = await welcomed(shop, ana.phone);
    expect(await presses(shop, ana.waId, yes)).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    const points = rowsOf(await shop.get('points'));
    expect(points).toMatchObject([{ kind: 'missed-call' }]);
    await eventually(async () =>
      expect(rowsOf(await shop.get('points'))).toMatchObject([{ counts: { calls: 1, optIns: 1 } }]),
    );
  });
});

describe.skipIf(target.lacks('webhook', 'outside', 'connect'))('a key pressed in a flow of Amazon Connect', () => {
  it('is a request with the words that were said, until the phone says yes on WhatsApp', async () => {
    const shop = await openCalledShop('connect-key');
    const ana = shop.person('Ana');
    const contact = (parameters: object) =>
      target.contact({
        Name: 'ContactFlowEvent',
        Details: {
          ContactData: {
            ContactId: `contact-${shop.appId}`,
            Channel: 'VOICE',
            InitiationMethod: 'INBOUND',
            CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: ana.phone },
            SystemEndpoint: { Type: 'TELEPHONE_NUMBER', Address: shop.phone },
          },
          Parameters: { app: shop.appId, ...parameters },
        },
      });
    const menu = await contact({ locale: 'es' });
    expect(menu).toMatchObject({ outcome: 'speak', locale: 'es' });
    expect(await contact({ locale: 'es', digits: '1', said: menu.said })).toMatchObject({ outcome: 'requested' });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'deny', reasons: [{ code: 'pending' }] });
    const [yes = ''] = await welcomed(shop, ana.phone);
    expect(await presses(shop, ana.waId, yes)).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
  });
});
