import { describe, expect, it } from 'vitest';
import { ago, openShop, written } from '../support/journeys/shop.ts';
import { eventually, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { delivery, textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();
const day = 24 * 60;

describe.skipIf(target.lacks('webhook'))('the customer service window', () => {
  it('opens with a message of the person, not with a status, and is reckoned from the latest message', async () => {
    const shop = await openShop('window');
    const ana = shop.person('Ana');
    const { userId } = (await shop.optIn({ phone: ana.phone })).body;
    const freeForm = () => shop.decide({ userId }, 'offers', 'free-form');
    expect(await freeForm()).toMatchObject({ decision: 'deny', reasons: [{ code: 'window-closed' }] });

    const delivered = {
      id: 'wamid.OURS',
      status: 'delivered',
      timestamp: String(ago(5) / 1000),
      recipient_id: ana.waId,
    };
    expect(await shop.report({ statuses: [delivered] })).toBe(200);
    expect(await freeForm()).toMatchObject({ decision: 'deny', reasons: [{ code: 'window-closed' }] });
    // A message of two days ago comes late: it is too old to open anything.
    const oldAt = ago(2 * day);
    await shop.hear(textMessage(ana.waId, 'wamid.OLD', oldAt, 'hola'));
    expect(await freeForm()).toMatchObject({
      decision: 'deny',
      window: { state: 'closed', lastInboundAt: written(oldAt) },
    });

    const at = ago(30);
    await shop.hear(textMessage(ana.waId, 'wamid.NEW', at, '¿tienen mesas?'));
    const open = { state: 'open', lastInboundAt: written(at), closesAt: written(at + day * 60_000) };
    expect(await freeForm()).toMatchObject({
      decision: 'allow',
      reasons: [{ code: 'window-open' }],
      holdsUntil: open.closesAt,
      window: open,
    });
    await shop.hear(textMessage(ana.waId, 'wamid.EARLIER', ago(day - 10), 'hola'));
    expect(await freeForm()).toMatchObject({ decision: 'allow', window: open });
    // The window changes nothing for templates, and consent nothing for the window.
    expect(await shop.decide({ phone: shop.person('Eva').phone })).toMatchObject({ decision: 'deny' });
    await eventually(async () =>
      expect(rowsOf(await shop.get('users?window=open'))).toMatchObject([{ userId, activity: 'active' }]),
    );
  });

  it('is joined by the free entry point, from our answer to an ad click', async () => {
    const shop = await openShop('window-free');
    const ana = shop.person('Ana');
    const [at, answeredAt] = [ago(20), ago(10)];
    await shop.hear(textMessage(ana.waId, 'wamid.AD', at, 'Quiero saber más'));
    const answered = {
      id: 'wamid.OURS',
      status: 'sent',
      timestamp: String(answeredAt / 1000),
      recipient_id: ana.waId,
      conversation: { id: 'c1', origin: { type: 'referral_conversion' } },
      pricing: { billable: false, pricing_model: 'PMP', type: 'free_entry_point', category: 'referral_conversion' },
    };
    expect(await shop.report({ statuses: [answered] })).toBe(200);
    expect(await shop.decide({ waId: ana.waId }, 'offers', 'free-form')).toMatchObject({
      decision: 'allow',
      window: { closesAt: written(at + day * 60_000), freeEntryPointUntil: written(answeredAt + 3 * day * 60_000) },
    });
  });
});

describe.skipIf(target.lacks('webhook'))('stopping marketing in WhatsApp’s own settings', () => {
  it('denies marketing and nothing else until it is resumed; consent is untouched', async () => {
    const shop = await openShop('platform');
    const ana = shop.person('Ana');
    const { userId } = (await shop.optIn({ phone: ana.phone })).body;
    const prefer = (value: 'stop' | 'resume', at: number) =>
      target.whatsapp(
        delivery({
          field: 'user_preferences',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550783881', phone_number_id: shop.phoneNumberId },
            contacts: [{ profile: { name: 'Ana' }, wa_id: ana.waId }],
            user_preferences: [
              {
                wa_id: ana.waId,
                detail: `User requested to ${value} marketing messages`,
                category: 'marketing_messages',
                value,
                timestamp: at / 1000,
              },
            ],
          },
        }),
      );
    const isStopped = async (since: number) => {
      expect(await shop.decide({ userId })).toMatchObject({
        decision: 'deny',
        reasons: [{ code: 'platform-stop', since: written(since) }],
        consent: { state: 'opted-in' },
      });
      expect(await shop.decide({ userId }, 'order-updates')).toMatchObject({ decision: 'allow' });
    };

    const stoppedAt = ago(8);
    expect(await prefer('stop', stoppedAt)).toBe(200);
    await isStopped(stoppedAt);
    expect(await prefer('resume', ago(6))).toBe(200);
    expect(await shop.decide({ userId })).toMatchObject({ decision: 'allow' });

    // Meta refuses a message of ours for the same reason: the person has stopped again.
    const refusedAt = ago(4);
    const errors = [
      { code: 131050, title: 'Unable to deliver the message', message: 'User stopped marketing messages' },
    ];
    const refused = {
      id: 'wamid.OURS',
      status: 'failed',
      timestamp: String(refusedAt / 1000),
      recipient_id: ana.waId,
      errors,
    };
    expect(await shop.report({ statuses: [refused] })).toBe(200);
    await isStopped(refusedAt);
    // A resume that is older than that stop changes nothing.
    await prefer('resume', ago(5));
    await isStopped(refusedAt);
  });
});
