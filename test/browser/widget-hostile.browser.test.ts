import { expect, inject, onTestFinished } from 'vitest';
import type { OpenView, WidgetTexts } from '../../browser/widget-view.ts';
import { browserTest } from '../support/browser/browser-test.ts';
import { hostileTexts } from '../support/pages/hostile-texts.ts';
import { startShopSite } from '../support/pages/shop-page.ts';

const { baseUrl } = inject('journey');

/** A view of which every word is the same, addresses included. */
function viewOf(words: string): OpenView {
  const texts: WidgetTexts = {
    ...{ button: words, close: words, choose: words, number: words, numberHint: words, agreement: words },
    ...{ confirm: words, goOn: words, justChat: words, chatNote: words, nothingTicked: words, failed: words },
    ...{ lastStep: words, leaveAsIs: words, sendThis: words, openWhatsApp: words, otherDevice: words },
    ...{ trademark: words, line: words, done: words, doneText: words },
  };
  const palette = { accent: words, on: words, press: words, tint: words };
  return {
    brand: { name: words, letter: words, logo: words, light: palette, dark: palette },
    incentive: words,
    ...{ state: 'open', kind: 'form', locale: 'en', dir: 'ltr', texts, chatUrl: words },
    shown: { version: words, locale: words, hash: words },
    ...{ heading: words, agreement: `${words} {purposes}`, benefits: words, frequency: words, howToStop: words },
    purposes: [{ purposeId: words, text: words }],
    privacy: { text: words, url: words },
  };
}

/** What the widgets of a page are made of, and where their links lead. */
const made = `(() => {
  const all = [...document.querySelectorAll('[data-optledger]')].flatMap((host) => [...host.shadowRoot.querySelectorAll('*')]);
  return {
    tags: [...new Set(all.map((each) => each.localName))].sort(),
    handlers: all.flatMap((each) => each.getAttributeNames()).filter((name) => /^on|^style$|^src$/.test(name)),
    links: all.flatMap((each) => each.getAttribute('href') ?? []).filter((link) => !/^https?:/.test(link)),
  };
})()`;

// Not even our own server could run anything in the page of a shop, and this shop has no policy that would stop it.
browserTest('hostile words stay words in the widget, in every place that has words', async ({ open }) => {
  const { page } = await open();
  let alerts = 0;
  page.on('dialog', (dialog) => {
    alerts += 1;
    void dialog.dismiss();
  });
  const site = await startShopSite(baseUrl, 'none');
  onTestFinished(() => site.close());
  await page.route(`${baseUrl}/w/**`, (route) => {
    const [at] = /\d+(?=$|\?)/.exec(route.request().url()) ?? [];
    const words = hostileTexts[Number(at)] ?? '';
    const isChoice = route.request().method() === 'POST';
    const json = isChoice ? { whatsappUrl: words, statusUrl: words, words, from: words } : viewOf(words);
    return route.fulfill({ json, headers: { 'access-control-allow-origin': '*' } });
  });

  await page.goto(site.page('/shop', { head: `<script src="${baseUrl}/widget.js"></script>` }));
  const shown = await page.evaluate<boolean[]>(
    `Promise.all(Array.from({ length: ${hostileTexts.length} }, (_, point) => optledger.mount(document.querySelector('main'), { point: String(point) })))`,
  );
  expect(shown).toEqual(hostileTexts.map(() => true));
  expect(await page.evaluate(made)).toEqual({
    tags: ['a', 'button', 'div', 'fieldset', 'form', 'h2', 'input', 'label', 'legend', 'p', 'span'],
    handlers: [],
    links: [],
  });

  await page.evaluate(`for (const host of document.querySelectorAll('[data-optledger]')) {
    host.shadowRoot.querySelector('input[type=checkbox]').click();
    host.shadowRoot.querySelector('button.main').click();
  }`);
  await expect.poll(() => page.locator('blockquote').count()).toBe(hostileTexts.length);
  expect(await page.evaluate(made)).toEqual({ tags: ['a', 'blockquote', 'div', 'h2', 'p'], handlers: [], links: [] });
  expect(alerts).toBe(0);
});
