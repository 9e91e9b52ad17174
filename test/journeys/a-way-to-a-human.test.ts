import { describe, expect, it } from 'vitest';
import { ago, openShop, type Person, type Shop } from '../support/journeys/shop.ts';
import { eventually, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();
const day = 24 * 60;

const greeting = [{ locale: 'es', text: '¡Hola! ¿En qué podemos ayudarte?' }];
const keywords = [{ words: ['horario'], texts: [{ locale: 'es', text: 'Abrimos de 9 a 18.' }] }];
const automatedReplies = { minimumSeconds: 0, greeting, keywords, human: { enabled: true } };
const welcome = '¡Hola! ¿En qué podemos ayudarte?\n\nPara hablar con una persona, envía ASESOR.';
const hours = 'Abrimos de 9 a 18.\n\nPara hablar con una persona, envía ASESOR.';

const press = (waId: string, id: string, at = ago(0)) => ({
  ...{ from: waId, id: `wamid.${id}.${at}.${waId}`, timestamp: String(at / 1000), type: 'interactive' },
  interactive: { type: 'button_reply', button_reply: { id, title: 'Hablar con alguien' } },
});

/** The words that went to somebody, oldest first. */
async function sentTo(shop: Shop, { waId }: Person): Promise<readonly string[]> {
  const sent = (await target.sentFrom(shop.phoneNumberId)).filter(({ to }) => to === `+${waId}`);
  return sent.map(({ request }) => {
    const { text, interactive } = request as {
      readonly text?: { readonly body: string };
      readonly interactive?: { readonly body: { readonly text: string } };
    };
    return text?.body ?? interactive?.body.text ?? '';
  });
}

const hasHeard = (shop: Shop, person: Person, words: readonly string[]) =>
  eventually(async () => expect(await sentTo(shop, person)).toEqual(words));

describe.skipIf(target.lacks('webhook', 'outside'))('a way to a human', () => {
  it('greeted, handed over by the button, left alone, handed back, and answered again; STOP is heard all the while', async () => {
    const shop = await openShop('human', { automatedReplies });
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    const handedOver = `Gracias. Una persona de ${shop.settings.displayName} te escribirá por aquí.`;
    const says = (person: Person, id: string, text: string) =>
      shop.hear(textMessage(person.waId, `wamid.${id}.${person.waId}`, ago(0), text));

    await says(ana, '1', 'hola');
    await hasHeard(shop, ana, [welcome]);
    await shop.hear(press(ana.waId, 'optledger:human'));
    await hasHeard(shop, ana, [welcome, handedOver]);
    expect(rowsOf(await shop.get('handovers'))).toMatchObject([{ phone: ana.phone, cause: 'button' }]);

    // Of two who write the same at once only who is with nobody is answered.
    await says(ana, '2', 'horario');
    await says(eva, '2', 'horario');
    await hasHeard(shop, eva, [hours]);
    expect(await sentTo(shop, ana)).toEqual([welcome, handedOver]);

    const [{ userId } = {}] = rowsOf(await shop.get('handovers'));
    expect(await target.call('DELETE', `/v1/apps/${shop.appId}/users/${userId}/handover`)).toMatchObject({
      status: 204,
    });
    expect(rowsOf(await shop.get('handovers'))).toEqual([]);
    await says(ana, '3', 'Horario, por favor');
    await hasHeard(shop, ana, [welcome, handedOver, hours]);

    await says(ana, '4', 'quiero hablar con una persona');
    await hasHeard(shop, ana, [welcome, handedOver, hours, handedOver]);
    await says(ana, '5', 'ALTO');
    await eventually(async () => expect((await sentTo(shop, ana))[4]).toContain('ya no recibirás más mensajes'));
    expect(await shop.decide({ userId })).toMatchObject({ decision: 'deny' });
    expect(rowsOf(await shop.get(`users/${userId}/statements`))).toMatchObject([
      { kind: 'handover', handed: 'over', cause: 'button', rule: 'optledger:human' },
      { kind: 'handover', handed: 'back', cause: 'business' },
      { kind: 'handover', handed: 'over', cause: 'words', evidence: { text: 'quiero hablar con una persona' } },
      { kind: 'statement', action: 'revoked', purposes: 'all' },
    ]);
  });

  it('ends by itself 24 hours after the last message, and a message after that is greeted', async () => {
    const shop = await openShop('human-day', { automatedReplies });
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    const says = (person: Person, minutes: number, text: string) =>
      shop.hear(textMessage(person.waId, `wamid.${minutes}.${person.waId}`, ago(minutes), text));
    // Asked two days ago; Eva has gone on writing since, Ana has not.
    for (const person of [ana, eva]) await says(person, 2 * day, 'asesor');
    await says(eva, 1.5 * day, 'gracias');
    await says(eva, 0.75 * day, '¿siguen ahí?');
    expect(rowsOf(await shop.get('handovers'))).toMatchObject([{ phone: eva.phone, cause: 'words' }]);
    for (const person of [eva, ana]) await says(person, 0, 'horario');
    await hasHeard(shop, ana, [hours]);
    expect(await sentTo(shop, eva)).toEqual([]);
  });

  it('says when nobody is there, by the hour of the shop, and when somebody is', async () => {
    const texts = [{ locale: 'es', text: 'Ahora no hay nadie.' }];
    const today = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'America/Mexico_City' })
      .format(Date.now() + 3 * day * 60_000)
      .toLowerCase();
    const away = { texts, openingHours: [{ days: [today], from: '09:00', to: '18:00' }] };
    const shop = await openShop('human-away', { automatedReplies: { ...automatedReplies, away } });
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    await shop.hear(textMessage(ana.waId, 'wamid.1', ago(0), 'hola'));
    await shop.hear(textMessage(eva.waId, 'wamid.2', ago(0), 'asesor'));
    await hasHeard(shop, ana, ['Ahora no hay nadie.\n\nPara hablar con una persona, envía ASESOR.']);
    await eventually(async () => expect((await sentTo(shop, eva))[0]).toMatch(/Volvemos a abrir: \p{L}+,? 9:00/u));
  });
});
