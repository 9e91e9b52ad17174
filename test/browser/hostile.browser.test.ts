import { beforeAll, describe, expect, inject } from 'vitest';
import { command } from '../../dev/control.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { newReference } from '../../lambdas/adapters/random/new-reference.ts';
import type { PointKind } from '../../lambdas/domain/collection/collection-point.ts';
import type { Visit } from '../support/api/visit.ts';
import { browserTest } from '../support/browser/browser-test.ts';
import { openShop, type Shop } from '../support/journeys/shop.ts';
import { hostileTexts } from '../support/pages/hostile-texts.ts';
import { localTable } from '../support/table/local-table.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop('browser-hostile', { displayName: '"><script>alert(1)</script>', locale: 'en' });
});

/** A point whose every word is hostile. Put into the table itself, because the API and its linter refuse most of them. */
async function hostilePoint(given: string, kind: PointKind): Promise<string> {
  // The table takes no half characters, and the API none either.
  const words = given.toWellFormed();
  const table = localTable();
  const { notice } = await noticeStore(table).publish({
    appId: shop.appId,
    noticeId: newReference('choice'),
    profile: 'meta-minimum',
    texts: [
      {
        locale: 'en',
        businessName: words,
        heading: words,
        agreement: `${words} {purposes} {number}`,
        purposes: [{ purposeId: 'offers', text: words }],
        incentive: words,
        benefits: words,
        frequency: words,
        howToStop: words,
        privacy: { text: words, url: `https://shop.example/?${encodeURIComponent(words)}` },
      },
    ],
    warnings: [],
    publishedAt: 0,
    publishedBy: 'key_hostile',
  });
  const token = newReference('point');
  await pointStore(table).create({
    pointId: `pt_${token}`,
    appId: shop.appId,
    kind,
    name: words,
    notice: { noticeId: notice.noticeId, version: 1 },
    purposes: ['offers'],
    campaign: words,
    greeting: words,
    opens: 'check-page',
    origins: [],
    status: 'active',
    version: 1,
    createdAt: 0,
    updatedAt: 0,
  });
  return token;
}

/** The page is what we made of it: no script, no handler, no form and no link that leads anywhere else than ours may lead. */
async function expectUnharmed(visit: Visit): Promise<void> {
  const found = await visit.page.evaluate<string[]>(`(() => {
    const all = [...document.querySelectorAll('*')];
    const bad = [];
    for (const each of all) for (const { name } of each.attributes)
      if (/^on|^srcdoc$|^style$/i.test(name)) bad.push(each.tagName + ' ' + name);
    for (const each of document.querySelectorAll('script,iframe,object,embed,base,meta[http-equiv],link:not([rel=icon]),img,template,marquee,math,video,audio'))
      bad.push(each.tagName);
    for (const { href } of document.querySelectorAll('link'))
      if (!/^\\/logo\\/[\\w-]+$/.test(new URL(href).pathname)) bad.push('link to ' + href);
    for (const { action } of document.forms) if (new URL(action).origin !== location.origin) bad.push('form to ' + action);
    for (const { formAction, outerHTML } of document.querySelectorAll('button'))
      if (new URL(formAction).origin !== location.origin) bad.push(outerHTML);
    for (const { href } of document.links)
      if (![location.origin + '/', 'https://wa.me/', 'https://shop.example/?'].some((start) => href.startsWith(start))) bad.push('link to ' + href);
    if (document.querySelectorAll('style').length !== 2) bad.push('another style');
    if (document.querySelectorAll('main').length !== 1 || document.querySelectorAll('h1').length > 1) bad.push('other structure');
    return bad;
  })()`);
  expect(found).toEqual([]);
  // Nothing had to be held back by the policy either: what is escaped needs no second line.
  expect(await visit.violations()).toBe(0);
}

const query = (words: string): string =>
  new URLSearchParams({ lang: words, utm_source: words, utm_campaign: words, utm_term: words, x: words }).toString();

describe('a name, a word or a query that wants to be a script', () => {
  browserTest('is text on every page', { timeout: 120_000 }, async ({ open, pagesUrl }) => {
    expect(hostileTexts).toHaveLength(100);
    const visit = await open();
    for (const [index, words] of hostileTexts.entries()) {
      const token = await hostilePoint(words, index % 2 === 0 ? 'link' : 'landing-page');
      await visit.page.goto(`${pagesUrl}/l/${token}?${query(words)}`);
      expect(new URL(visit.page.url()).pathname).toBe(`/o/${token}`);
      // It was there, and was read as what it is.
      const heading = (await visit.page.locator('h1').textContent())
        ?.replace(/[\u2068\u2069]/g, '')
        .replaceAll('\u00a0', ' ');
      if (/^[\x20-\x7e]*$/.test(words)) expect(heading).toBe(words);
      await expectUnharmed(visit);
    }
  });

  browserTest('is text where a form says it back, and on the last page', async ({ open, pagesUrl }) => {
    const { local } = inject('journey');
    const visit = await open();
    for (let at = 0; at < hostileTexts.length; at += 8) {
      // What one address may send in ten minutes is more than this, as long as they go by.
      if (at % 64 === 0) await command(local?.dataFolder ?? '', 'clock', 600_000);
      const words = hostileTexts.slice(at, at + 8);
      const [first = ''] = words;
      const token = await hostilePoint(first, 'landing-page');
      await visit.page.goto(
        `${pagesUrl}/o/${token}?lang=en&utm_source=x&utm_medium=x&utm_campaign=x&utm_term=x&utm_content=x`,
      );
      await visit.page.evaluate(`(() => {
        const words = ${JSON.stringify(words)};
        const fields = document.querySelectorAll('input[type=tel], input[name^=utm_]');
        fields.forEach((each, index) => { each.value = words[index % words.length]; });
        document.forms[0].noValidate = true;
      })()`);
      await visit.page.locator('form button.go').click();
      await visit.page.waitForLoadState();
      expect(await visit.page.locator('[role=alert]').count()).toBe(1);
      await expectUnharmed(visit);
      await visit.page.locator('input[name=purpose]').check();
      for (const n of [2, 3]) await visit.page.evaluate(`document.querySelector('#number${String(n)}').value = ''`);
      await visit.page.locator('#number1').fill('+52 55 1234 5678');
      await visit.page.locator('form button.go').click();
      await visit.page.waitForURL(/\/c\w{15}$/);
      await expectUnharmed(visit);
    }
    await command(local?.dataFolder ?? '', 'clock', 600_000);
  });
});
