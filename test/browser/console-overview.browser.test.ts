import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { agoThere, openShop, type Shop } from '../support/journeys/shop.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

/** A month of a busy shop, in place of what the API counted. */
async function busyMonth(page: Page, shop: Shop): Promise<void> {
  const days = Array.from({ length: 30 }, (_, index) => {
    const optIns = index >= 23 ? 44 + (index % 2) : index >= 16 ? 38 + (index % 3) : 20 + ((index * 7) % 11);
    const purposes = [{ purposeId: 'offers', optIns, optOuts: (index * 5) % 9 }];
    return { day: new Date(Date.UTC(2026, 9, 28 + index)).toISOString().slice(0, 10), purposes };
  });
  const json = {
    ...{ timeZone: 'America/Mexico_City', from: days[0]?.day, to: days.at(-1)?.day, totals: [], days },
    topPoints: [
      { pointId: 'pt_phtntn88b6wpqsgv', name: 'Poster in the shop', kind: 'link', shown: 1010, confirmed: 470 },
      { pointId: 'pt_phtntn88b6wpqsgw', name: 'Box at the checkout', kind: 'widget', shown: 0, confirmed: 12 },
    ],
    now: {
      people: 12_480,
      purposes: [
        {
          ...{ purposeId: 'offers', optedIn: 8_214, pending: 36, optedOut: 1_872 },
          ...{ erased: 0, unconfirmed: 158, neverAsked: 2_200 },
        },
        {
          ...{ purposeId: 'order-updates', optedIn: 10_950, pending: 0, optedOut: 1_204 },
          ...{ erased: 2, unconfirmed: 0, neverAsked: 324 },
        },
      ],
      openWindows: 214,
    },
  };
  await page.route(`**/apps/${shop.appId}/counts`, (route) => route.fulfill({ json }));
  const since = new Date(Date.now() - 7_200_000).toISOString();
  const data = [
    { kind: 'unclear-stops', count: 25, atLeast: true, since },
    { kind: 'failed-export', count: 1, atLeast: false, since, id: 'exp_0mwprg3k02a6c778939658dca' },
    { kind: 'point-full', count: 1, atLeast: false, id: 'pt_phtntn88b6wpqsgv' },
    { kind: 'notice-findings', count: 1, atLeast: false, id: 'spring@3' },
  ];
  await page.route(`**/apps/${shop.appId}/attention`, (route) => route.fulfill({ json: { data } }));
}

describe('the overview of the console', () => {
  browserTest.for(looks)(
    'says what was won and lost, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`overview-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      for (const name of ['Ana', 'Ben', 'Cleo']) await shop.optIn({ phone: shop.person(name).phone });
      const visit = await open({ width, dark });
      const { page } = visit;
      await busyMonth(page, shop);
      await openConsole(page, pagesUrl, `apps/${shop.appId}/overview`);
      await page.getByText(/^312 opt-ins to .Offers. in the last 7 days, 39 more than in the 7 days before$/).waitFor();
      await page.getByText('25+ people wrote what may mean stop').waitFor();
      await page.getByText('47% of those who saw it').waitFor();
      await page.getByRole('heading', { name: '12,480 people are known here' }).waitFor();
      await page.getByRole('link', { name: 'About 214 windows are open now' }).waitFor();
      await page.getByRole('heading', { name: 'First steps' }).waitFor();
      // On a phone what needs somebody stands before the figures.
      const topOf = async (name: string) => (await page.getByRole('heading', { name }).boundingBox())?.y ?? 0;
      if (width < 500) expect(await topOf('Needs attention')).toBeLessThan(await topOf('12,480 people'));
      await visit.shot(`console-overview-busy${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.getByText('As a table').click();
      expect(await page.locator('.gains-chart tbody tr').count()).toBe(30);
      await visit.expectAccessible();
      // The other purpose has nothing, and says so.
      await page.getByLabel('Purpose').selectOption('order-updates');
      await page.getByText('Nothing was said in the last 30 days.').waitFor();
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('counts what really happened', async ({ open, pagesUrl }) => {
    const shop = await openShop('overview-real');
    const [ana, ben] = [shop.person('Ana'), shop.person('Ben')];
    for (const { phone } of [ana, ben]) await shop.optIn({ phone });
    await shop.post('opt-outs', {
      ...{ user: { phone: ben.phone }, purposes: 'all', saidAt: new Date().toISOString() },
      ...{ by: 'data-subject', source: 'call-centre' },
    });
    const visit = await open();
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/overview`);
    await page.getByText(/^2 opt-ins to .Offers. in the last 7 days, 2 more/).waitFor();
    expect(await page.locator('.tiles dd').allTextContents()).toEqual(['2', '1']);
    await page.getByText('All is well.').waitFor();
    // Ben said no to everything, and a window is open to nobody: nobody wrote.
    await page.getByRole('heading', { name: '2 people are known here' }).waitFor();
    await page.getByText('No window is open now.').waitFor();
    const offers = page.locator('.standing-figures').first();
    expect(await offers.locator('dd').allTextContents()).toEqual(['1', '1', '0', '0']);
    await visit.expectAccessible();
    await offers.getByRole('link', { name: 'Opted out' }).click();
    await page.waitForURL(/users\?consent=opted-out&purpose=offers$/);
  });

  browserTest('says that nobody is counted yet, and how it is done', async ({ open, pagesUrl }) => {
    const shop = await openShop('overview-uncounted');
    const visit = await open();
    const { page } = visit;
    await page.route(`**/apps/${shop.appId}/counts`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ json: { ...((await answer.json()) as object), now: null } });
    });
    await openConsole(page, pagesUrl, `apps/${shop.appId}/overview`);
    await page.getByText('npx optledger recount').waitFor();
    await visit.shot('console-overview-uncounted');
    await visit.expectAccessible();
  });

  browserTest.for(looks)(
    'shows who was asked whether they meant stop, to be read, settled or opened, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`unclear-${width}-${dark}`, { displayName: 'Luna Coffee' });
      const [ana, ben] = [shop.person('Ana'), shop.person('Ben')];
      for (const [who, words] of [[ana, 'quiero salir'] as const, [ben, 'please stop calling me'] as const]) {
        await shop.optIn({ phone: who.phone });
        await shop.hear(textMessage(who.waId, `wamid.${shop.appId}.${who.waId}`, await agoThere(shop, 1), words));
      }
      const waiting = async () => ((await shop.get('unclear-stops')).body as { data: object[] }).data.length;
      await expect.poll(waiting).toBe(2);
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-unclear-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      const dialog = page.getByRole('dialog', { name: 'What did they mean?' });
      const openRow = (words: string) =>
        page.getByRole('row').filter({ hasText: words }).getByRole('button', { name: 'Look' }).click();
      await openConsole(page, pagesUrl, `apps/${shop.appId}/overview/unclear-stops`);
      await page.getByText('quiero salir').waitFor();
      await look('stops');

      // A stop of marketing alone: order updates go on.
      await openRow('please stop calling me');
      await dialog.getByText('Still opted in: Offers and Order updates.').waitFor();
      await dialog.getByRole('radio', { name: 'Stop marketing alone' }).check();
      await look('settle');
      await dialog.getByRole('button', { name: 'Record a stop' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await shop.decide({ phone: ben.phone })).toMatchObject({ decision: 'deny' });
      expect(await shop.decide({ phone: ben.phone }, 'order-updates')).toMatchObject({ decision: 'allow' });
      // They are still asked: the row stays, with what is left.
      await page
        .getByRole('row')
        .filter({ hasText: 'please stop calling me' })
        .getByText('Order updates')
        .waitFor({ state: 'attached' });

      // The person answers while somebody reads: there is nothing left to record.
      await openRow('quiero salir');
      await dialog.getByRole('button', { name: 'Record a stop' }).waitFor();
      await shop.hear(textMessage(ana.waId, `wamid.${shop.appId}.answer`, await agoThere(shop, 0), 'ALTO'));
      await dialog.getByText('They have answered.').waitFor();
      await dialog.locator('.settled blockquote', { hasText: 'ALTO' }).waitFor();
      expect(await dialog.getByRole('button', { name: 'Record a stop' }).count()).toBe(0);
      await look('answered');
      await dialog.getByRole('link', { name: 'Open the person' }).click();
      await page.getByText('Said no').first().waitFor();
      await page.goBack();
      await page.getByText('please stop calling me').waitFor();
      await page.getByText('quiero salir').waitFor({ state: 'detached' });
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest.for(widths)('is read from right to left in Arabic, at %i px', async (width, { open, pagesUrl }) => {
    const shop = await openShop(`overview-ar-${width}`, { displayName: 'مقهى لونا' });
    await shop.optIn({ phone: shop.person('Ana').phone });
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    await busyMonth(page, shop);
    await openConsole(page, pagesUrl, `apps/${shop.appId}/overview`);
    await page.getByText('في آخر 7 أيام').waitFor();
    await visit.shot('console-overview-busy-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.violations()).toBe(0);
  });
});
