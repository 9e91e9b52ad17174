import { describe, expect, it } from 'vitest';
import {
  chatOf,
  expectAnswer,
  follow,
  formWith,
  makePoint,
  publishStarter,
  submit,
} from '../support/journeys/collection.ts';
import { ago, openShop, type Person, type Shop } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget } from '../support/journeys/target.ts';
import { delivery, messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

/** Somebody writes to a number of the shop, of today or of before; WhatsApp shows what it shows there. */
async function writeTo(
  phoneNumberId: string,
  { waId, bsuid }: Partial<Person>,
  id: string,
  at: number,
  text: string,
): Promise<void> {
  const { from: _from, ...message } = textMessage('', id, at, text) as { from: string };
  const who = { ...(waId !== undefined && { from: waId }), ...(bsuid !== undefined && { from_user_id: bsuid }) };
  const sent = delivery(messagesChange(phoneNumberId, { messages: [{ ...message, ...who }] }));
  expect(await target.whatsapp(sent)).toBe(200);
}

const change = (shop: Shop, whatsapp: object) => target.call('PATCH', `/v1/apps/${shop.appId}`, { whatsapp });

/** A number that nobody else has. */
const another = (shop: Shop, more: object = {}) => {
  const { phoneNumberId, ...had } = shop.settings.whatsapp as { phoneNumberId: string; phone: string; wabaId: string };
  return { ...had, phoneNumberId: `2${phoneNumberId.slice(1)}`, ...more };
};

/** Functions remember settings for some seconds. */
const isDenied = (shop: Shop, user: object, code: string, message?: 'free-form') =>
  eventually(async () =>
    expect(await shop.decide(user, 'offers', message)).toMatchObject({ decision: 'deny', reasons: [{ code }] }),
  );

describe.skipIf(target.lacks('webhook'))('a business that gets another number', () => {
  it('keeps everybody, has no window left, and hears at the old number what people say there', async () => {
    const shop = await openShop('new-number');
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    await publishStarter(shop);
    const { url } = await makePoint(shop, 'link');
    await shop.optIn({ phone: ana.phone });
    await shop.hear(textMessage(ana.waId, 'wamid.HOLA', ago(9), 'hola'));
    expect(await shop.decide({ phone: ana.phone }, 'offers', 'free-form')).toMatchObject({ decision: 'allow' });
    // Eva ticks on the page, and has the chat with the old number open when it changes.
    const page = await follow(target, String(url));
    const end = await submit(target, formWith(page, 'purpose'), { ticks: ['offers'] });
    const chat = chatOf(end.html);

    const now = another(shop, { phone: '+16463000001' });
    expect(expectAnswer(await change(shop, now), 200).whatsapp).toEqual({ ...now, provider: 'meta' });
    await isDenied(shop, { phone: ana.phone }, 'window-closed', 'free-form');
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });

    await writeTo(shop.phoneNumberId, { waId: eva.waId }, 'wamid.EVA', Date.now(), chat.text);
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({ decision: 'allow' });
    await writeTo(shop.phoneNumberId, { waId: ana.waId }, 'wamid.STOP', ago(1), 'STOP');
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out' }],
    });
    await writeTo(now.phoneNumberId, { waId: ana.waId }, 'wamid.START', Date.now(), 'START');
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
  });

  it('in another portfolio knows people by number, and by old account names only what they refused', async () => {
    const shop = await openShop('new-portfolio');
    const [ana, eva, paz] = [shop.person('Ana'), shop.person('Eva'), shop.person('Paz')];
    const anaNow = { waId: ana.waId, bsuid: shop.person('Ana in the new portfolio').bsuid };
    const whatsapp = shop.settings.whatsapp as Json;
    const { userId } = (await shop.optIn({ phone: ana.phone })).body;
    await shop.optIn({ bsuid: eva.bsuid });
    await shop.optIn({ phone: paz.phone });
    await writeTo(shop.phoneNumberId, ana, 'wamid.HOLA', ago(9), 'hola');
    expect(await shop.decide({ bsuid: ana.bsuid })).toMatchObject({ decision: 'allow', userId });

    // Which portfolio it is has to be said, and first which one it was.
    const elsewhere = another(shop, { wabaId: '202290129340399' });
    expect(await change(shop, elsewhere)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/whatsapp/portfolioId', code: 'required' }] },
    });
    const now = { ...elsewhere, portfolioId: '20002' };
    expect(await change(shop, now)).toMatchObject({ status: 422, body: { errors: [{ code: 'unnamed-portfolio' }] } });
    expectAnswer(await change(shop, { ...whatsapp, portfolioId: '10001' }), 200);
    expect(expectAnswer(await change(shop, now), 200).whatsapp).toEqual({ ...now, provider: 'meta' });

    await isDenied(shop, { bsuid: eva.bsuid }, 'former-portfolio');
    await isDenied(shop, { bsuid: ana.bsuid }, 'former-portfolio');
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow', userId });
    await eventually(async () =>
      expect(await shop.optIn({ bsuid: eva.bsuid })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/user/bsuid', code: 'former-portfolio' }] },
      }),
    );

    // Ana writes to the new number, which shows another account name of hers, and goes on under it.
    await writeTo(now.phoneNumberId, anaNow, 'wamid.AGAIN', ago(2), 'hola');
    // Each process learns of the change by itself: another one than has answered so far may still take her name for one of the former portfolio.
    await eventually(async () =>
      expect(await shop.decide({ bsuid: anaNow.bsuid })).toMatchObject({ decision: 'allow', userId }),
    );
    await eventually(async () =>
      expect((await shop.post('users/search', { phone: ana.phone })).body).toMatchObject({
        userId,
        bsuid: anaNow.bsuid,
      }),
    );
    // A STOP that still comes to the old number, where only the old name is shown, ends it.
    await writeTo(shop.phoneNumberId, { bsuid: ana.bsuid }, 'wamid.STOP', ago(1), 'STOP');
    await isDenied(shop, { phone: ana.phone }, 'opted-out');
    // The same letters in the new portfolio are not Eva.
    await writeTo(now.phoneNumberId, { bsuid: eva.bsuid }, 'wamid.WHO', ago(1), 'hola');
    await isDenied(shop, { bsuid: eva.bsuid }, 'never-asked');
    await writeTo(shop.phoneNumberId, { waId: paz.waId }, 'wamid.PAZ', ago(1), 'STOP');
    await isDenied(shop, { phone: paz.phone }, 'opted-out');
  });
});
