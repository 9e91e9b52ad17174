import { describe, expect, it } from 'vitest';
import { ago, openShop, written } from '../support/journeys/shop.ts';
import { eventually, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { delivery, messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

describe.skipIf(target.lacks('verification'))('setting the webhook up', () => {
  const verify = (token: string) =>
    target.call(
      'GET',
      `/webhooks/whatsapp?${new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.verify_token': token, 'hub.challenge': '1158201444' })}`,
      undefined,
      { key: null },
    );

  it('answers the challenge of Meta, and of nobody else', async () => {
    expect(await verify(target.verifyToken)).toMatchObject({ status: 200, body: { text: '1158201444' } });
    expect(await verify(`${target.verifyToken}x`)).toMatchObject({ status: 403 });
  });
});

describe.skipIf(target.lacks('webhook'))('saying stop on WhatsApp', () => {
  it('hears ALTO from the old form of a number that opted in by the new one, and START brings back what it ended', async () => {
    const shop = await openShop('wa-alto');
    const ana = shop.person('Ana');
    const { userId } = (await shop.optIn({ phone: ana.phone }, { purposes: ['offers'] })).body;
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });

    const stoppedAt = ago(4);
    expect(await shop.hear(textMessage(ana.waId, 'wamid.ALTO', stoppedAt, '¡ALTO!'))).toBe(200);
    for (const user of [{ phone: ana.phone }, { waId: ana.waId }, { userId }]) {
      expect(await shop.decide(user)).toMatchObject({
        decision: 'deny',
        userId,
        reasons: [
          {
            code: 'opted-out',
            detail: 'The person sent ALTO (stop, Spanish) on WhatsApp.',
            rule: 'stop.es.alto',
            since: written(stoppedAt),
          },
        ],
      });
    }
    // The window is open now, and yet nothing may be said to who stopped everything.
    expect(await shop.decide({ userId }, 'offers', 'free-form')).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'stopped-everything' }],
      window: { state: 'open' },
    });

    // Meta delivers again; that is the same stop.
    expect(await shop.hear(textMessage(ana.waId, 'wamid.ALTO', stoppedAt, '¡ALTO!'))).toBe(200);
    // The business cannot undo it, whatever it writes down.
    await shop.optIn({ phone: ana.phone }, { saidAt: written(ago(3)) });
    expect(await shop.decide({ userId })).toMatchObject({ decision: 'deny' });

    expect(await shop.hear(textMessage(ana.waId, 'wamid.START', ago(2), 'Start'))).toBe(200);
    expect(await shop.decide({ userId })).toMatchObject({ decision: 'allow' });
    expect(await shop.decide({ userId }, 'order-updates')).toMatchObject({ decision: 'deny' });
    expect(rowsOf(await shop.get(`users/${userId}/statements`))).toMatchObject([
      { action: 'granted', source: 'paper', firstHand: false },
      {
        action: 'revoked',
        purposes: 'all',
        firstHand: true,
        evidence: { text: '¡ALTO!', messageId: 'wamid.ALTO', identifiers: { waId: ana.waId } },
      },
      { action: 'granted', outcomes: [{ purpose: 'offers', applied: false }, { applied: false }] },
      { action: 'resumed', firstHand: true },
    ]);
  });

  it.skipIf(target.lacks('outside'))('confirms a stop once, and asks after an unclear one', async () => {
    const shop = await openShop('wa-replies');
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    for (const { phone } of [ana, eva]) await shop.optIn({ phone });
    const stop = textMessage(ana.waId, 'wamid.STOP', ago(3), 'ALTO');
    await shop.hear(stop);
    await shop.hear(stop);
    await shop.hear(textMessage(eva.waId, 'wamid.UNCLEAR', ago(2), 'can you stop sending so many'));
    const sentTo = async (waId: string) =>
      (await target.sentFrom(shop.phoneNumberId)).filter(({ to }) => to === `+${waId}`).map(({ request }) => request);
    await eventually(async () =>
      expect(await sentTo(eva.waId)).toMatchObject([
        {
          type: 'interactive',
          interactive: {
            body: { text: '¿Quieres dejar de recibir todos los mensajes de Shop wa-replies?' },
            action: {
              buttons: [
                { reply: { id: 'optledger:stop-all' } },
                { reply: { id: 'optledger:stop-marketing', title: 'No más publicidad' } },
                { reply: { id: 'optledger:keep' } },
              ],
            },
          },
        },
      ]),
    );
    await eventually(async () =>
      expect(await sentTo(ana.waId)).toMatchObject([
        { type: 'text', text: { body: expect.stringContaining('ya no recibirás más mensajes') } },
      ]),
    );
  });

  it('stops marketing after an unclear word until the person says which', async () => {
    const shop = await openShop('wa-unclear');
    const [ana, eva, ida] = [shop.person('Ana'), shop.person('Eva'), shop.person('Ida')];
    for (const { phone } of [ana, eva, ida]) {
      await shop.optIn({ phone });
      expect(
        await shop.hear(textMessage(phone.slice(1), `wamid.${phone}`, ago(4), 'can you stop sending so many')),
      ).toBe(200);
      expect(await shop.decide({ phone })).toMatchObject({
        decision: 'deny',
        reasons: [{ code: 'suppressed-ambiguous-stop' }],
        consent: { state: 'opted-in' },
      });
      expect(await shop.decide({ phone }, 'order-updates')).toMatchObject({ decision: 'allow' });
    }

    await shop.hear(press(ana.waId, 'optledger:keep', 'Seguir recibiendo'));
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    await shop.hear(press(eva.waId, 'optledger:stop-all', 'No recibir más'));
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out' }],
    });
    expect(await shop.decide({ phone: eva.phone }, 'order-updates')).toMatchObject({ decision: 'deny' });

    // The third way: marketing ends, the rest goes on, the question is settled, and START undoes none of it.
    await shop.hear(press(ida.waId, 'optledger:stop-marketing', 'No más publicidad'));
    const stopped = { decision: 'deny', reasons: [{ code: 'opted-out' }], consent: { state: 'opted-out' } };
    expect(await shop.decide({ phone: ida.phone })).toMatchObject(stopped);
    expect(await shop.decide({ phone: ida.phone }, 'order-updates')).toMatchObject({ decision: 'allow' });
    await shop.hear(textMessage(ida.waId, 'wamid.START-ida', ago(1), 'START'));
    expect(await shop.decide({ phone: ida.phone })).toMatchObject(stopped);
    expect(rowsOf(await shop.get('unclear-stops'))).toEqual([]);
  });

  it('takes no words of others for the person’s own: quotes, forwards, titles of buttons and rows of lists', async () => {
    const shop = await openShop('wa-not-theirs');
    const ana = shop.person('Ana');
    await shop.optIn({ phone: ana.phone });
    const stop = textMessage(ana.waId, 'wamid.1', ago(4), 'STOP');
    const { text: _text, ...said } = stop as { text: unknown };
    expect(
      await shop.hear(
        { ...stop, context: { forwarded: true } },
        { ...textMessage(ana.waId, 'wamid.2', ago(4), '> Reply STOP to unsubscribe\nWhere is my order?') },
        press(ana.waId, 'order-status', 'STOP'),
        { ...said, id: 'wamid.4', type: 'button', button: { payload: 'order-status', text: 'STOP' } },
        {
          ...said,
          id: 'wamid.5',
          type: 'interactive',
          interactive: { type: 'list_reply', list_reply: { id: 'STOP', title: 'STOP', description: 'STOP' } },
        },
      ),
    ).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow', window: { state: 'open' } });
    // Meta's own quick reply does count.
    await shop.hear({
      ...said,
      id: 'wamid.6',
      type: 'button',
      button: { payload: 'Stop promotions', text: 'Stop promotions' },
    });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out' }],
    });
  });

  it('reads every entry, change and message of a delivery, and none that is not signed', async () => {
    const shop = await openShop('wa-batch');
    const people = ['Ana', 'Eva', 'Ida', 'Oda'].map((name) => shop.person(name));
    for (const { phone } of people) await shop.optIn({ phone });
    const stops = people.map(({ waId }, index) => textMessage(waId, `wamid.STOP-${index}`, ago(3), 'STOP'));
    const hello = textMessage(shop.person('Ute').waId, 'wamid.HELLO', ago(4), 'hola');
    const change = (...messages: readonly object[]) => messagesChange(shop.phoneNumberId, { messages });
    const unknown = { field: 'a_field_of_next_year', value: { messaging_product: 'whatsapp' } };
    const whole = {
      object: 'whatsapp_business_account',
      entry: [
        ...(delivery(unknown, change(hello, ...stops.slice(0, 2)), change(...stops.slice(2, 3))) as { entry: object[] })
          .entry,
        ...(delivery(change(...stops.slice(3))) as { entry: object[] }).entry,
      ],
    };
    const decisions = () => Promise.all(people.map(async ({ phone }) => (await shop.decide({ phone })).decision));

    expect(await target.whatsapp(whole, 'somebody-elses-secret')).toBe(401);
    expect(await decisions()).toEqual(['allow', 'allow', 'allow', 'allow']);
    expect(await target.whatsapp(whole)).toBe(200);
    expect(await decisions()).toEqual(['deny', 'deny', 'deny', 'deny']);
  });
});

/** A tap on a reply button: its id acts, its title is only what the person saw. */
function press(from: string, id: string, title: string): object {
  const button = { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } };
  return { from, id: `wamid.${id}`, timestamp: String(ago(3) / 1000), ...button };
}
