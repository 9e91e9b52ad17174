import { describe, expect, it } from 'vitest';
import { ago, openShop } from '../support/journeys/shop.ts';
import { eventually, journeyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

describe.skipIf(target.lacks('webhook'))('one person with many names', () => {
  it('hears a STOP that names only the account of somebody who opted in by number', async () => {
    const shop = await openShop('id-bsuid');
    const ana = shop.person('Ana');
    const { userId } = (await shop.optIn({ phone: ana.phone })).body;
    // A message with both names makes the pair known.
    await shop.hear({ ...textMessage(ana.waId, 'wamid.HOLA', ago(8), 'hola'), from_user_id: ana.bsuid });
    expect(await shop.decide({ bsuid: ana.bsuid })).toMatchObject({ decision: 'allow', userId });

    expect(await shop.hear(withoutNumber(ana.bsuid, 'wamid.STOP', ago(3), 'STOP'))).toBe(200);
    for (const user of [{ bsuid: ana.bsuid }, { phone: ana.phone }, { userId }]) {
      expect(await shop.decide(user)).toMatchObject({ decision: 'deny', userId, reasons: [{ rule: 'stop.en.stop' }] });
    }
    if (target.lacks('outside')) return;
    await eventually(async () =>
      expect(await target.sentFrom(shop.phoneNumberId)).toMatchObject([{ request: { recipient: ana.bsuid } }]),
    );
  });

  it('makes one of two who turn out to be the same: the stop of the one ends the yes of the other', async () => {
    const shop = await openShop('id-merge');
    const ana = shop.person('Ana');
    const byNumber = (await shop.optIn({ phone: ana.phone })).body.userId;
    await shop.hear(withoutNumber(ana.bsuid, 'wamid.STOP', ago(5), 'STOP'));
    const byAccount = (await shop.decide({ bsuid: ana.bsuid })).userId;
    expect(byAccount).not.toBe(byNumber);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    // A caller proves nothing by naming both; but a no that stands under the account is looked at beside the number's yes.
    const both = { phone: ana.phone, bsuid: ana.bsuid };
    expect(await shop.post('users/search', both)).toMatchObject({ status: 200, body: { userId: byNumber } });
    expect(await shop.decide(both)).toMatchObject({ decision: 'deny', reasons: [{ code: 'opted-out' }] });
    expect(await shop.post('users/search', { userId: byNumber, bsuid: ana.bsuid })).toMatchObject({
      status: 409,
      body: { code: 'identity-conflict', userIds: expect.arrayContaining([byNumber, byAccount]) },
    });

    await shop.hear({ ...textMessage(ana.waId, 'wamid.HOLA', ago(3), 'hola'), from_user_id: ana.bsuid });
    for (const user of [{ phone: ana.phone }, { bsuid: ana.bsuid }, { userId: byNumber }, { userId: byAccount }]) {
      expect(await shop.decide(user)).toMatchObject({ decision: 'deny', reasons: [{ code: 'opted-out' }] });
    }
  });

  it('follows a person to another number, and whoever gets the old one starts at zero', async () => {
    const shop = await openShop('id-moved');
    const [before, after] = [shop.person('Ana'), shop.person('Ana with another number')];
    const { userId } = (await shop.optIn({ phone: before.phone })).body;
    const hello = { ...textMessage(before.waId, 'wamid.ANA', ago(9), 'hola'), from_user_id: before.bsuid };
    await shop.hear(hello);
    expect(
      await shop.hear({
        from: before.waId,
        id: 'wamid.MOVED',
        timestamp: String(ago(6) / 1000),
        type: 'system',
        system: {
          type: 'user_changed_number',
          wa_id: after.waId,
          body: `User changed from ${before.waId} to ${after.waId}`,
        },
      }),
    ).toBe(200);
    expect(await shop.decide({ phone: after.phone })).toMatchObject({ decision: 'allow', userId });
    expect(await shop.decide({ phone: before.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'never-asked' }],
    });

    // Somebody else has it now; their stop is not Ana's.
    await shop.hear(textMessage(before.waId, 'wamid.NEW', ago(3), 'STOP'));
    expect(await shop.decide({ userId })).toMatchObject({ decision: 'allow' });
    expect((await shop.decide({ phone: before.phone })).userId).not.toBe(userId);

    // A message that Ana wrote before she moved comes late, with both her names: it makes nobody one.
    await shop.hear(hello, { ...hello, id: 'wamid.ANA-2', timestamp: String(ago(8) / 1000) });
    expect(await shop.decide({ bsuid: before.bsuid })).toMatchObject({ decision: 'allow', userId });
    expect((await shop.decide({ phone: before.phone })).userId).not.toBe(userId);
  });

  it('takes another account on a known number for a new holder, also when an old message comes late', async () => {
    const shop = await openShop('id-new-holder');
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    const { userId } = (await shop.optIn({ phone: ana.phone }, { purposes: ['offers'] })).body;
    const hello = { ...textMessage(ana.waId, 'wamid.ANA', ago(9), 'hola'), from_user_id: ana.bsuid };
    await shop.hear(hello);
    await shop.hear({ ...textMessage(ana.waId, 'wamid.EVA', ago(4), 'hola'), from_user_id: eva.bsuid });

    const asItIs = async () => {
      expect(await shop.decide({ phone: ana.phone })).toMatchObject({
        decision: 'deny',
        reasons: [{ code: 'never-asked' }],
      });
      expect(await shop.decide({ bsuid: eva.bsuid })).toMatchObject({ decision: 'deny' });
      expect(await shop.decide({ bsuid: ana.bsuid })).toMatchObject({ decision: 'allow', userId });
      expect((await shop.decide({ phone: ana.phone })).userId).toBe((await shop.decide({ bsuid: eva.bsuid })).userId);
    };
    await asItIs();
    await shop.hear(hello, { ...hello, id: 'wamid.ANA-2', timestamp: String(ago(7) / 1000) });
    await asItIs();
  });
});

/** A text of somebody whose number WhatsApp does not tell. */
function withoutNumber(bsuid: string, id: string, at: number, body: string): object {
  const { from: _from, ...message } = textMessage('', id, at, body) as { from: string };
  return { ...message, from_user_id: bsuid };
}
