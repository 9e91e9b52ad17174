import { describe, expect, it } from 'vitest';
import { ago, openShop, type Shop, shopOf, written } from '../support/journeys/shop.ts';
import { eventually, everyRow, type Json, journeyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();
/** What waits and came to the number of this shop. Others keep things aside in the same stage. */
const waiting = async (shop: Shop): Promise<readonly Json[]> => {
  const rows = await everyRow((cursor) => shop.get(`kept-aside?limit=100${cursor}`));
  return rows.filter(({ receivedBy }) => receivedBy === shop.phoneNumberId);
};
const oneOf = (shop: Shop): Promise<Json> =>
  eventually(async () => {
    const [item] = await waiting(shop);
    if (item === undefined) throw new Error('Nothing waits yet.');
    return item;
  });
const noneOf = (shop: Shop) =>
  eventually(async () => {
    if ((await waiting(shop)).length > 0) throw new Error('It still waits.');
  });

describe.skipIf(target.lacks('webhook'))('a message that was kept aside', () => {
  it('is listed, heard again once its number is an app’s, and then the STOP in it holds', async () => {
    const shop = shopOf('aside-number', {}, target);
    const ana = shop.person('Ana');
    const saidAt = ago(5);
    expect(await shop.hear(textMessage(ana.waId, 'wamid.ASIDE', saidAt, 'ALTO'))).toBe(200);
    await openShop('aside-number');
    await shop.optIn({ phone: ana.phone });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });

    const item = await oneOf(shop);
    expect(item).toMatchObject({
      ...{ why: 'unknown-number', channel: 'whatsapp', appIds: [shop.appId], needsUser: false },
      messages: [{ saidAt: written(saidAt), text: 'ALTO' }],
    });
    const heard = await shop.post(`kept-aside/${item.asideId}/hear`, {});
    expect(heard).toMatchObject({ status: 200, body: { came: 'stored' } });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out', since: written(saidAt) }],
    });
    await noneOf(shop);
    expect((await shop.post(`kept-aside/${item.asideId}/hear`, {})).status).toBe(404);
  });

  it('that still cannot be heard stays, until somebody reads a no in it', async () => {
    const shop = await openShop('aside-no');
    const eva = shop.person('Eva');
    await shop.optIn({ phone: eva.phone });
    const saidAt = ago(3);
    const odd = { ...textMessage(eva.waId, 'wamid.ODD', saidAt, ''), type: 'hologram', text: undefined };
    expect(await shop.hear({ ...odd, hologram: { body: 'please, no more of this' } })).toBe(200);

    const { asideId } = await oneOf(shop);
    const kept = { status: 200, body: { came: 'kept', why: 'unknown-message-type' } };
    expect(await shop.post(`kept-aside/${asideId}/hear`, {})).toMatchObject(kept);
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({ decision: 'allow' });

    const no = await shop.post(`kept-aside/${asideId}/no`, {});
    expect(no).toMatchObject({ status: 201, body: { data: [{ appId: shop.appId, saidAt: written(saidAt) }] } });
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({ decision: 'deny' });
    await noneOf(shop);
    expect((await shop.post(`kept-aside/${asideId}/no`, {})).body).toEqual(no.body);
  });
});
