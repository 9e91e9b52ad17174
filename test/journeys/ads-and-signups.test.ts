import { describe, expect, it } from 'vitest';
import { publishStarter, statementsOf } from '../support/journeys/collection.ts';
import { ago, openShop, type Person, type Shop } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget } from '../support/journeys/target.ts';
import { delivery, messagesChange, textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

interface Point {
  readonly pointId: string;
  readonly kind: string;
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
}
const pointsOf = async (shop: Shop): Promise<readonly Point[]> =>
  (await shop.get('points')).body.data as readonly Point[];

/** The payloads of the buttons of the first message that went to somebody. */
const buttonsFor = (shop: Shop, { waId }: Person): Promise<readonly string[]> =>
  eventually(async () => {
    const [first] = (await target.sentFrom(shop.phoneNumberId)).filter(({ to }) => to === `+${waId}`);
    const { interactive } = (first?.request ?? {}) as {
      interactive?: { action: { buttons: readonly { reply: { id: string } }[] } };
    };
    if (interactive === undefined) throw new Error('Nobody asked yet.');
    return interactive.action.buttons.map(({ reply }) => reply.id);
  });

describe.skipIf(target.lacks('webhook', 'outside'))('coming by an ad', () => {
  it('makes a point of the ad; a yes to the question is an opt-in at it, and a STOP later is charged to it', async () => {
    const shop = await openShop('ad-click');
    await publishStarter(shop, ['en', 'es']);
    const setting = { automatedMessage: { enabled: true, noticeId: 'signup' } };
    expect(await target.call('PATCH', `/v1/apps/${shop.appId}`, setting)).toMatchObject({ status: 200 });

    const ana = shop.person('Ana');
    const referral = {
      ...{ source_url: 'https://fb.me/x', source_id: '120226305854810726', source_type: 'ad', headline: 'Summer sale' },
      ctwa_clid: 'Aff-n8ZTODiE79d22KtAwQKj9e',
    };
    const click = textMessage(ana.waId, `wamid.click.${ana.waId}`, ago(5), 'Can I get more info on this?');
    expect(await shop.hear({ ...click, referral })).toBe(200);
    const [ad] = await pointsOf(shop);
    expect(ad).toMatchObject({ kind: 'ad', name: 'Summer sale' });
    expect(await shop.decide({ waId: ana.waId })).toMatchObject({ decision: 'deny' });

    const [yes = ''] = await buttonsFor(shop, ana);
    await shop.hear({
      ...{ from: ana.waId, id: `wamid.press.${ana.waId}`, timestamp: String(ago(4) / 1000), type: 'interactive' },
      interactive: { type: 'button_reply', button_reply: { id: yes, title: 'x' } },
    });
    expect(await shop.decide({ waId: ana.waId })).toMatchObject({ decision: 'allow' });
    expect(await statementsOf(shop, ana)).toMatchObject([{ action: 'granted', pointId: ad?.pointId }]);
    const { body } = await shop.post('users/search', { phone: ana.phone });
    const entries = (await shop.get(`users/${body.userId}/statements`)).body.data as readonly Json[];
    expect(entries.find(({ kind }) => kind === 'chat')).toMatchObject({
      evidence: { referral: { sourceId: '120226305854810726', headline: 'Summer sale' }, pointId: ad?.pointId },
    });
    await shop.hear(textMessage(ana.waId, `wamid.stop.${ana.waId}`, ago(3), 'STOP'));
    expect(await shop.decide({ waId: ana.waId })).toMatchObject({ decision: 'deny' });
    await eventually(async () =>
      expect((await pointsOf(shop))[0]?.counts).toMatchObject({ chats: 1, optIns: 1, stops: 1 }),
    );
  });
});

describe.skipIf(target.lacks('webhook', 'outside'))('signing up in WhatsApp', () => {
  it('opts in to what the signup was made for, with its text; disabled, it still proves who came before', async () => {
    const shop = await openShop('in-app-signup');
    const made = await shop.post('signups', {
      name: 'Checkout page',
      purposes: ['offers'],
      locale: 'en',
      signupMessage: 'Get offers from Shop in-app-signup on WhatsApp. Reply STOP at any time to stop.',
      confirmationMessage: 'Welcome!',
      privacyPolicyUrl: 'https://acme.example/privacy',
      acceptTerms: true,
    });
    expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
    const { signupId, pointId, url } = made.body as Readonly<Record<string, string>>;
    expect(url).toMatch(/^https:\/\/wa\.me\/16462\d{6}\/signup\/\d+$/);
    const listed = (await shop.get('signups')).body.data as readonly Json[];
    expect(listed).toContainEqual(expect.objectContaining({ signupId, adopted: true }));

    const ana = shop.person('Ana');
    const signsUp = (id: string | undefined, at: number) => {
      const preference = {
        ...{ wa_id: ana.waId, user_id: ana.bsuid, detail: 'User signed up via signup link', value: 'signup' },
        ...{ category: 'marketing_messages', signup_id: id, timestamp: at / 1000 },
      };
      const change = messagesChange(shop.phoneNumberId, { user_preferences: [preference] });
      return target.whatsapp(delivery({ ...change, field: 'user_preferences' }));
    };
    expect(await signsUp(signupId, ago(0))).toBe(200);
    expect(await shop.decide({ waId: ana.waId })).toMatchObject({
      decision: 'allow',
      consent: { source: 'in-app-signup' },
    });
    expect(await shop.decide({ waId: ana.waId }, 'order-updates')).toMatchObject({ decision: 'deny' });
    expect(await statementsOf(shop, ana)).toMatchObject([
      {
        action: 'granted',
        firstHand: true,
        pointId,
        evidence: { signupId, signupText: { confirmationMessage: 'Welcome!' } },
      },
    ]);
    const disabled = await target.call('PATCH', `/v1/apps/${shop.appId}/signups/${signupId}`, { status: 'disabled' });
    expect(disabled).toMatchObject({ status: 200, body: { status: 'disabled' } });
    await eventually(async () => expect((await pointsOf(shop))[0]?.counts).toMatchObject({ optIns: 1 }));
  });
});
