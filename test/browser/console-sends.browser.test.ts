import { describe, expect } from 'vitest';
import { browserTest, looks } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { ago, agoThere, openShop, written } from '../support/journeys/shop.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

/** Every way in which a message can end, beside the one that went out; the API tells of them as it does of refusals that happened. */
const others = [
  { kind: 'opt-in-question', came: 'refused', provider: 'meta', codes: ['131050'], means: 'platform-stop' },
  { kind: 'opt-in-question', came: 'not-sent', codes: ['window-closed'] },
  { kind: 'start-confirmed', came: 'too-late', codes: ['too-late'] },
  { kind: 'opt-in-confirmed', came: 'unknown', provider: 'meta' },
  { kind: 'opt-in-confirmed', came: 'refused', provider: 'meta', codes: ['999999'], means: 'other' },
  { kind: 'something-newer', came: 'not-sent', codes: ['code-of-tomorrow'] },
].map((each, n) => ({ ...each, at: written(ago(60 + n)), text: `Message ${n}` }));

describe('the messages of ours on the page of a person', () => {
  browserTest.for(looks)(
    'stand under what asked for them, each with what came of it, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`sends-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const ana = shop.person('Ana');
      const { body } = await shop.optIn({ phone: ana.phone });
      await shop.hear(textMessage(ana.waId, `wamid.stop-${width}-${dark}`, await agoThere(shop, 0), 'ALTO'));
      await expect
        .poll(async () => ((await shop.get(`users/${body.userId}/sends`)).body as { data: object[] }).data.length)
        .toBe(1);
      const visit = await open({ width, dark });
      const { page } = visit;
      await openConsole(page, pagesUrl, `apps/${shop.appId}/users/${body.userId}`);
      const stop = page.getByRole('listitem').filter({ hasText: 'ALTO' });
      await stop.getByText('We confirmed the stop').waitFor();
      await stop.locator('.came', { hasText: 'Sent.' }).waitFor();
      await visit.shot(`console-sends${dark ? '-dark' : ''}`);
      await visit.expectAccessible();

      await page.route('**/sends?*', async (route) => {
        const answer = await route.fetch();
        const { data } = (await answer.json()) as { data: object[] };
        return route.fulfill({ json: { data: [...data, ...others], nextCursor: null } });
      });
      await page.reload();
      for (const sentence of [
        'WhatsApp refused it: the person stopped your marketing messages there.',
        'Not sent. The person had not written for 24 hours.',
        'Not sent: it would have come too late.',
        'Nobody can say whether it arrived, so it is not sent again.',
        'The provider gave a code that is unknown here.',
      ])
        await page.getByText(sentence).waitFor();
      // What this console does not know yet stands there plainly.
      await page.getByText('A message of ours').waitFor();
      for (const code of ['131050', '999999', 'code-of-tomorrow'])
        await page.getByText(code, { exact: true }).waitFor();
      await visit.shot(`console-sends-all${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('are told in Arabic, from right to left', async ({ open, pagesUrl }) => {
    const shop = await openShop('sends-ar', { displayName: 'مقهى لونا' });
    const { body } = await shop.optIn({ phone: shop.person('Ana').phone });
    const visit = await open({ width: 390, locale: 'ar' });
    const { page } = visit;
    await page.route('**/sends?*', (route) => route.fulfill({ json: { data: others, nextCursor: null } }));
    await openConsole(page, pagesUrl, `apps/${shop.appId}/users/${body.userId}`);
    await page.getByText('لم تُرسل: كانت ستصل متأخرة.').waitFor();
    await visit.shot('console-sends-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
