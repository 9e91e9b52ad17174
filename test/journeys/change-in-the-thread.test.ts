import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nextSecond, publishStarter, say, statementsOf } from '../support/journeys/collection.ts';
import type { Person, Shop } from '../support/journeys/shop.ts';
import { ago, openShop, written } from '../support/journeys/shop.ts';
import { eventually, journeyTarget } from '../support/journeys/target.ts';
import { flow, pick, quickReply, tap } from '../support/ledger/chat-messages.ts';

const target = journeyTarget();

interface Shown {
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly { readonly id: string; readonly title: string }[];
}

/** What somebody has on the phone from a shop, oldest first. */
async function shownTo(shop: Shop, { waId }: Person): Promise<readonly Shown[]> {
  const sent = (await target.sentFrom(shop.phoneNumberId)).filter(({ to }) => to === `+${waId}`);
  return sent.map(({ request }) => {
    const { text, interactive } = request as { text?: { body: string }; interactive?: Interactive };
    const { body, action } = interactive ?? {};
    return {
      text: text?.body ?? body?.text ?? '',
      buttons: action?.buttons?.map(({ reply }) => reply) ?? [],
      rows: action?.sections?.flatMap(({ rows }) => rows) ?? [],
    };
  });
}
interface Interactive {
  readonly body: { readonly text: string };
  readonly action: {
    readonly buttons?: readonly { readonly reply: { readonly id: string; readonly title: string } }[];
    readonly sections?: readonly { readonly rows: Shown['rows'] }[];
  };
}

/** Waits until somebody has so many messages, and gives the last. */
const lastOf = (shop: Shop, person: Person, count: number): Promise<Shown> =>
  eventually(async () => {
    const shown = await shownTo(shop, person);
    expect(shown).toHaveLength(count);
    return shown[count - 1] as Shown;
  });
const press = (shop: Shop, { waId }: Person, what: object): Promise<number> =>
  shop.hear({ from: waId, id: `wamid.${randomUUID()}`, timestamp: String(ago(0) / 1000), ...what });
const rowOf = ({ rows }: Shown, title: string): string =>
  rows.find((row) => row.title === title)?.id ?? `no row “${title}”`;

describe.skipIf(target.lacks('webhook', 'outside'))('changing what comes, in the thread', () => {
  it('a word brings the list; a switch off ends one purpose, a switch on brings it back under the notice', async () => {
    const shop = await openShop('thread-list');
    const { noticeId, version } = await publishStarter(shop);
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    const underNotice = { evidence: { noticeId, noticeVersion: version, noticeLocale: 'es' }, saidAt: written(ago(0)) };
    for (const { phone } of [ana, eva]) await shop.optIn({ phone }, underNotice);

    expect(await say(shop, ana, 'Mis avisos, por favor')).toBe(200);
    const list = await lastOf(shop, ana, 1);
    expect(list.text).toContain('esto es lo que recibes ahora');
    expect(list.rows).toHaveLength(3);
    const [off] = list.rows.map(({ id }) => id);

    // Somebody else’s list is none of theirs, nor is it one at another business.
    await press(shop, eva, pick(off ?? ''));
    await nextSecond();
    expect(await press(shop, ana, pick(off ?? ''))).toBe(200);
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out' }],
    });
    expect(await shop.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({ decision: 'allow' });
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({ decision: 'allow' });
    const ended = await lastOf(shop, ana, 2);
    expect(ended.text).toMatch(/ya no te enviaremos más .*Sí seguirás recibiendo/);
    expect(ended.buttons).toEqual([{ id: 'optledger:preferences:es', title: 'Cambiar mis avisos' }]);

    await press(shop, ana, tap('optledger:preferences:es', 'Cambiar mis avisos'));
    const again = await lastOf(shop, ana, 3);
    const on = again.rows.find(({ title }) => title.startsWith('Recibir'))?.id ?? '';
    expect(again.text).toContain('Así dices:');
    await nextSecond();
    await press(shop, ana, pick(on, 'STOP'));
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    expect((await lastOf(shop, ana, 4)).text).toContain('todo listo');
    expect((await statementsOf(shop, ana)).slice(-2)).toMatchObject([
      { action: 'revoked', purposes: ['offers'], firstHand: true, source: 'whatsapp-button' },
      {
        action: 'granted',
        purposes: ['offers'],
        firstHand: true,
        source: 'whatsapp-button',
        evidence: { noticeId, noticeVersion: version, noticeLocale: 'es', noticeHash: expect.any(String) },
      },
    ]);

    // “Stop everything” is a STOP, after which the list is not shown any more.
    await nextSecond();
    await press(shop, ana, pick(rowOf(list, 'No recibir más')));
    expect((await lastOf(shop, ana, 5)).text).toContain('envía START');
    await say(shop, ana, 'preferencias');
    await say(shop, eva, 'preferencias');
    await lastOf(shop, eva, 1);
    expect(await shownTo(shop, ana)).toHaveLength(5);
  });

  it('a quick reply and a Flow with payloads that were issued opt in, with evidence; stale or foreign ones are plain words', async () => {
    const shop = await openShop('thread-issued');
    const other = await openShop('thread-issued-other');
    const { noticeId, version } = await publishStarter(shop);
    const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
    for (const { phone } of [ana, eva]) await shop.optIn({ phone }, { purposes: ['order-updates'] });
    const issue = async ({ phone }: Person, purposes: readonly string[]) => {
      const asked = { user: { phone }, noticeId, noticeVersion: version, noticeLocale: 'es', purposes };
      const { status, body } = await shop.post('prompts', asked);
      expect(status).toBe(201);
      return body as { quickReplies: { yes: string; no: string }; flowToken: string };
    };
    const { quickReplies } = await issue(ana, ['offers']);

    await press(shop, eva, quickReply(quickReplies.yes, 'Sí, quiero'));
    await press(other, ana, quickReply(quickReplies.yes, 'Sí, quiero'));
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({ decision: 'deny' });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'deny' });

    await press(shop, ana, quickReply(quickReplies.yes, 'Sí, quiero'));
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    expect((await statementsOf(shop, ana)).at(-1)).toMatchObject({
      action: 'granted',
      purposes: ['offers'],
      firstHand: true,
      evidence: { noticeId, linkMadeBy: expect.stringMatching(/^key_/), linkMadeAt: expect.any(String) },
    });

    const { flowToken } = await issue(eva, ['offers', 'order-updates']);
    await press(shop, eva, flow({ flow_token: flowToken, purposes: [] }));
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({ decision: 'deny' });
    await press(shop, eva, flow({ flow_token: flowToken, purposes: ['offers'], comment: 'STOP' }));
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({ decision: 'allow' });
    expect((await statementsOf(shop, eva)).at(-1)).toMatchObject({ action: 'granted', purposes: ['offers'] });
    await nextSecond();
    await press(shop, eva, flow({ flow_token: flowToken, purposes: ['offers'], stop: true }));
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out' }],
    });
  });
});
