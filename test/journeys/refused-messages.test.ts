import { describe, expect, it } from 'vitest';
import { ago, openShop, type Person, type Shop } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

/** Somebody who opted in, stopped by mistake and came back: START is answered, because something came back. */
async function answered(shop: Shop, person: Person): Promise<string> {
  const { userId } = (await shop.optIn({ phone: person.phone }, { purposes: ['offers'] })).body;
  await shop.hear(textMessage(person.waId, `wamid.STOP.${person.waId}`, ago(8), 'ALTO'));
  await shop.hear(textMessage(person.waId, `wamid.START.${person.waId}`, ago(2), 'START'));
  return String(userId);
}
const sendsOf = async (shop: Shop, userId: string) => rowsOf(await shop.get(`users/${userId}/sends`));
const confirmed = (sends: readonly Json[]) => sends.find(({ kind }) => kind === 'start-confirmed');

describe.skipIf(target.lacks('webhook', 'outside'))('a message of ours that Meta refuses', () => {
  it('later: 131050 stops marketing for that person and 131049 changes nothing; both are shown with the message', async () => {
    const shop = await openShop('refused-later');
    for (const [name, code, decision] of [
      ['Ana', 131050, 'deny'],
      ['Eva', 131049, 'allow'],
    ] as const) {
      const person = shop.person(name);
      const userId = await answered(shop, person);
      const sent = await eventually(async () => {
        const found = confirmed(await sendsOf(shop, userId));
        expect(found).toMatchObject({ came: 'sent', provider: 'meta', statementId: expect.any(String) });
        return found;
      });
      expect(await shop.decide({ userId })).toMatchObject({ decision: 'allow' });
      const ours = (await target.sentFrom(shop.phoneNumberId)).find(({ messageId }) => messageId === sent?.messageId);
      const status = {
        id: ours?.messageId,
        status: 'failed',
        timestamp: String(ago(1) / 1000),
        recipient_id: person.waId,
        biz_opaque_callback_data: ours?.request.biz_opaque_callback_data,
        errors: [{ code, title: 'Unable to deliver the message' }],
      };
      expect(await shop.report({ statuses: [status] })).toBe(200);
      expect(await shop.decide({ userId })).toMatchObject({ decision });
      expect(await shop.decide({ userId }, 'offers', 'free-form')).toMatchObject({ decision: 'allow' });
      expect(confirmed(await sendsOf(shop, userId))).toMatchObject({
        came: 'refused',
        codes: [String(code)],
        means: code === 131050 ? 'platform-stop' : 'withheld',
      });
    }
  });

  it('on the spot: it is shown with its code, nothing is sent again, and consent stays', async () => {
    const shop = await openShop('refused-now');
    const ana = shop.person('Ana');
    await target.refuse(ana.waId, '131026');
    const userId = await answered(shop, ana);
    await eventually(async () => {
      expect(confirmed(await sendsOf(shop, userId))).toMatchObject({
        came: 'refused',
        codes: ['131026'],
        means: 'unreachable',
      });
    });
    expect(await target.sentFrom(shop.phoneNumberId)).toEqual([]);
    expect(await shop.decide({ userId })).toMatchObject({ decision: 'allow' });
  });
});
