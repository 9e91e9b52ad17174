import { describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/journeys/shop.ts';
import { eventually, journeyTarget, rowsOf } from '../support/journeys/target.ts';

const target = journeyTarget();

describe.skipIf(target.lacks('sms'))('opting in by SMS', () => {
  it('takes OPTIN and a name with blanks, hears STOP for every app on the number and START for those it stopped', async () => {
    const cafe = await openShop('sms-cafe', { smsName: 'Café  del Río' });
    const hotel = await openShop('sms-hotel', { smsNumbers: cafe.settings.smsNumbers, smsName: 'HOTEL' });
    const ana = cafe.person('Ana');
    const text = (body: string) => target.sms({ from: ana.phone, to: cafe.smsNumber, body });

    await text(' optin café del  RÍO! ');
    await decided(cafe, ana, 'allow');
    expect(await cafe.decide({ phone: ana.phone })).toMatchObject({
      reasons: [{ code: 'opted-in', detail: expect.stringContaining('by SMS') }],
    });
    // Only what the app marks for the keyword, and only in that app.
    expect(await cafe.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({ decision: 'deny' });
    expect(await hotel.decide({ phone: ana.phone })).toMatchObject({ reasons: [{ code: 'never-asked' }] });
    const { userId } = await cafe.decide({ phone: ana.phone });
    expect(rowsOf(await cafe.get(`users/${userId}/statements`))).toMatchObject([
      {
        action: 'granted',
        purposes: ['offers'],
        source: 'sms-keyword',
        firstHand: true,
        evidence: { text: ' optin café del  RÍO! ', identifiers: { phone: ana.phone } },
      },
    ]);

    // In the hotel she opts in on paper. One STOP ends both.
    await hotel.optIn({ phone: ana.phone });
    await decided(hotel, ana, 'allow');
    await aNewSecond();
    await text('STOP');
    await decided(cafe, ana, 'deny');
    await decided(hotel, ana, 'deny');
    expect(await hotel.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({
      reasons: [{ code: 'opted-out', detail: 'The person sent STOP (stop, English) by SMS.' }],
    });
    // The clerk cannot undo the person's own no.
    expect(await hotel.optIn({ phone: ana.phone }, { saidAt: new Date().toISOString() })).toMatchObject({
      body: { outcomes: [{ applied: false }, { applied: false }] },
    });

    await aNewSecond();
    await text('START');
    await decided(cafe, ana, 'allow');
    await decided(hotel, ana, 'allow');
    // START gives back what STOP took, and nothing else.
    expect(await cafe.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({ decision: 'deny' });
  });

  it('confirms from the phone itself what a web form only asked for', async () => {
    const shop = await openShop('sms-double', { doubleOptIn: ['web-form'], smsName: 'Luna' });
    const ana = shop.person('Ana');
    await shop.optIn({ phone: ana.phone }, { source: 'web-form' });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'deny', reasons: [{ code: 'pending' }] });
    await target.sms({ from: ana.phone, to: shop.smsNumber, body: 'OPT-IN luna' });
    await decided(shop, ana, 'allow');
    expect(await shop.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({ reasons: [{ code: 'pending' }] });
  });

  it.skipIf(target.lacks('outside'))('confirms once, and answers a name that nobody has with help', async () => {
    const shop = await openShop('sms-replies', { smsName: 'Luna' });
    const ana = shop.person('Ana');
    const text = (body: string) => target.sms({ from: ana.phone, to: shop.smsNumber, body });
    const replies = async () =>
      (await target.sentFrom(shop.smsNumber)).map(({ to, request }) => ({ to, text: request.MessageBody }));

    await text('OPTIN LUNO');
    await eventually(async () =>
      expect(await replies()).toEqual([{ to: ana.phone, text: expect.stringContaining('OPTIN Luna') }]),
    );
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ reasons: [{ code: 'never-asked' }] });

    await text('OPTIN LUNA');
    await eventually(async () => expect(await replies()).toHaveLength(2));
    await aNewSecond();
    await text('STOP');
    await eventually(async () => expect(await replies()).toHaveLength(3));
    expect((await replies()).slice(1)).toEqual([
      { to: ana.phone, text: expect.stringContaining('todo listo. Te enviaremos') },
      { to: ana.phone, text: expect.stringContaining('ya no recibirás más mensajes') },
    ]);
  });
});

/** SMS are decided asynchronously. */
async function decided(shop: Shop, { phone }: { phone: string }, decision: string): Promise<void> {
  await eventually(async (): Promise<void> => expect(await shop.decide({ phone })).toMatchObject({ decision }));
}

/** The time of an SMS is given by SNS, and times are compared in whole seconds, where equal times mean no: waits for the next one. */
async function aNewSecond(): Promise<void> {
  const second = () => Math.floor(Date.now() / 1000);
  const now = second();
  await eventually(async () => expect(second()).toBeGreaterThan(now));
}
