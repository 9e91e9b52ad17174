import { describe, expect, it } from 'vitest';
import { publishStarter, statementsOf } from '../support/journeys/collection.ts';
import { ago, openShop, type Person, type Shop } from '../support/journeys/shop.ts';
import { eventually, type Json, journeyTarget } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

/** A shop that asks who writes for the first time, in Spanish and English. */
async function openAskingShop(journey: string): Promise<Shop> {
  const shop = await openShop(journey);
  await publishStarter(shop, ['en', 'es']);
  const setting = { automatedMessage: { enabled: true, noticeId: 'signup' } };
  const answer = await target.call('PATCH', `/v1/apps/${shop.appId}`, setting);
  expect(answer).toMatchObject({ status: 200, body: setting });
  return shop;
}

/** Everything that went out to somebody, oldest first. */
const sentTo = async (shop: Shop, { waId }: Person): Promise<readonly Json[]> =>
  (await target.sentFrom(shop.phoneNumberId))
    .filter(({ to }) => to === `+${waId}`)
    .map(({ request }) => request as Json);

interface Question {
  readonly text: string;
  readonly titles: readonly string[];
  readonly ids: readonly string[];
}

/** The question that somebody was asked, once it is there. */
const asked = (shop: Shop, person: Person): Promise<Question> =>
  eventually(async () => {
    const [first] = (await sentTo(shop, person)) as unknown as readonly {
      readonly interactive?: {
        readonly body: { readonly text: string };
        readonly action: {
          readonly buttons: readonly { readonly reply: { readonly id: string; readonly title: string } }[];
        };
      };
    }[];
    if (first?.interactive === undefined) throw new Error('Nobody asked yet.');
    const replies = first.interactive.action.buttons.map(({ reply }) => reply);
    return {
      text: first.interactive.body.text,
      titles: replies.map(({ title }) => title),
      ids: replies.map(({ id }) => id),
    };
  });

const presses = (shop: Shop, { waId }: Person, id: string, at: number) =>
  shop.hear({
    from: waId,
    id: `wamid.press.${at}.${waId}`,
    timestamp: String(at / 1000),
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id, title: 'x' } },
  });
const writes = (shop: Shop, { waId }: Person, at: number, text: string) =>
  shop.hear(textMessage(waId, `wamid.${at}.${waId}`, at, text));

/** Nothing was sent for these messages, and nothing comes: a later message of another kind is answered after them. */
async function isAskedNothing(shop: Shop, person: Person, then = 'ALTO'): Promise<void> {
  const before = (await sentTo(shop, person)).length;
  await writes(shop, person, ago(0), then);
  await eventually(async () => expect((await sentTo(shop, person)).length).toBeGreaterThan(before));
  const questions = (await sentTo(shop, person)).filter((request) => JSON.stringify(request).includes('optledger:p:'));
  expect(questions.length).toBeLessThan(2);
}

describe.skipIf(target.lacks('webhook', 'outside'))('writing to a business for the first time', () => {
  it('is answered with a question in Spanish; a button opts in under the notice; a second message is asked nothing', async () => {
    const shop = await openAskingShop('first-hola');
    const ana = shop.person('Ana');
    await writes(shop, ana, ago(5), 'Hola');
    const question = await asked(shop, ana);
    expect(question.text).toMatch(/^Hola, aquí Shop first-hola\. ¿Qué podemos enviarte por este chat\?\n\nAcepto/);
    expect(question.titles).toHaveLength(3);
    expect(question.titles[2]).toBe('No, gracias');

    const [offers = ''] = question.ids;
    await presses(shop, ana, offers, ago(4));
    expect(await shop.decide({ waId: ana.waId })).toMatchObject({
      decision: 'allow',
      consent: { source: 'whatsapp-button' },
    });
    expect(await shop.decide({ waId: ana.waId }, 'order-updates')).toMatchObject({
      reasons: [{ code: 'never-asked' }],
    });
    expect(await statementsOf(shop, ana)).toMatchObject([
      {
        action: 'granted',
        purposes: ['offers'],
        firstHand: true,
        source: 'whatsapp-button',
        evidence: {
          noticeId: 'signup',
          noticeVersion: 1,
          noticeLocale: 'es',
          text: offers,
          identifiers: { waId: ana.waId },
        },
      },
    ]);
    await eventually(async () => expect(await sentTo(shop, ana)).toHaveLength(2));
    await writes(shop, ana, ago(3), 'Hola');
    await isAskedNothing(shop, ana);
  });

  it('and saying no thanks declines, and nobody asks again', async () => {
    const shop = await openAskingShop('first-no');
    const ana = shop.person('Ana');
    await writes(shop, ana, ago(5), 'Buenas tardes');
    const { ids } = await asked(shop, ana);
    await presses(shop, ana, ids[2] ?? '', ago(4));
    for (const purpose of ['offers', 'order-updates'])
      expect(await shop.decide({ waId: ana.waId }, purpose)).toMatchObject({ reasons: [{ code: 'opted-out' }] });
    expect(await statementsOf(shop, ana)).toMatchObject([{ action: 'refused', firstHand: true }]);
    await writes(shop, ana, ago(3), 'Hola');
    await isAskedNothing(shop, ana);
  });

  it('with a stop is never asked', async () => {
    const shop = await openAskingShop('first-stop');
    const ana = shop.person('Ana');
    await shop.optIn({ phone: ana.phone }, { purposes: ['offers'] });
    await writes(shop, ana, ago(2), 'ALTO');
    await eventually(async () => expect(await sentTo(shop, ana)).toMatchObject([{ type: 'text' }]));
    await writes(shop, ana, ago(1), 'Hola');
    await isAskedNothing(shop, ana, 'START');
    expect(JSON.stringify(await sentTo(shop, ana))).not.toContain('optledger:p:');
  });

  it('by somebody who was opted in on paper asks for the rest only, also when they only opened the chat', async () => {
    const shop = await openAskingShop('first-paper');
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    await shop.optIn({ phone: ana.phone }, { purposes: ['offers'] });
    await writes(shop, ana, ago(5), 'Hello, what do you sell?');
    const { text, titles } = await asked(shop, ana);
    expect(text).toMatch(/^Hi, this is Shop first-paper\./);
    expect(titles).toHaveLength(2);
    expect(titles[1]).toBe('No, thanks');

    const welcome = { from: eva.waId, id: 'wamid.welcome', timestamp: String(ago(5) / 1000), type: 'request_welcome' };
    await shop.hear(welcome);
    // Nothing shows their language, so it is the app's.
    expect((await asked(shop, eva)).text).toMatch(/^Hola, aquí Shop/);
    await writes(shop, eva, ago(4), 'Hola');
    await isAskedNothing(shop, eva);
  });
});
