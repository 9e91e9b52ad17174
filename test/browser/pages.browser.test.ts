import { beforeAll, describe, expect } from 'vitest';
import type { Visit } from '../support/api/visit.ts';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { languages, openPublicPages, type PublicPages } from '../support/pages/public-pages.ts';

const pageNames = ['check', 'landing', 'end', 'personal', 'preferences', 'paused'] as const;
type PageName = (typeof pageNames)[number];

let pages: PublicPages;
beforeAll(async () => {
  pages = await openPublicPages('browser-pages');
});

type Language = (typeof languages)[number];

const pathOf = (name: PageName, language: Language = 'en'): string =>
  name === 'end' ? pages.end[language] : pages[name];

const looks = languages.flatMap((language) =>
  pageNames.flatMap((name) => widths.map((width) => [name, language, width] as const)),
);

describe('every public page', () => {
  browserTest.for(looks)('%s in %s at %i px', async ([name, language, width], { open, pagesUrl }) => {
    const visit = await open({ width, locale: language });
    await visit.page.goto(`${pagesUrl}${pathOf(name, language)}`);
    await visit.shot(`${name}-${language}`);
    expect(await visit.page.getAttribute('html', 'lang')).toBe(language);
    expect(await visit.page.getAttribute('html', 'dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    await visit.expectAccessible();
    await expectFits(visit, width);
    expect(await visit.violations()).toBe(0);
    expect(await visit.page.locator('h1').count()).toBe(1);
    // Only what is so already may be ticked: the yes of a person whom the link names.
    if (name !== 'preferences') expect(await visit.page.locator('input:checked').count()).toBe(0);
    // The page is all there is to load but the letter in the tab, and it is small.
    const loaded = [...visit.loaded].map(([url, bytes]) => [new URL(url).pathname, bytes] as const);
    const [[path, bytes] = ['', 0], ...more] = loaded.filter(([each]) => each !== '/logo/16202e-43');
    expect([path, more]).toEqual([pathOf(name, language).split('?')[0], []]);
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThan(30_000);
  });

  browserTest.for(pageNames)('%s in the dark, and on the narrowest phone', async (name, { open, pagesUrl }) => {
    const visit = await open({ width: 320, dark: true });
    await visit.page.goto(`${pagesUrl}${pathOf(name)}`);
    await visit.shot(`${name}-dark`);
    await visit.expectAccessible();
    await expectFits(visit, 320);
  });

  browserTest.for(pageNames)('%s keeps nothing on the visitor’s device', async (name, { open, pagesUrl }) => {
    const visit = await open();
    await visit.page.goto(`${pagesUrl}${pathOf(name)}`);
    expect(await visit.page.context().cookies()).toEqual([]);
    expect(await visit.page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
  });
});

describe('what is big enough for a thumb', () => {
  browserTest.for(pageNames)('on %s', async (name: PageName, { open, pagesUrl }) => {
    const visit = await open();
    await visit.page.goto(`${pagesUrl}${pathOf(name)}`);
    const small = await visit.page.evaluate<string[]>(`
      [...document.querySelectorAll('button, select, input[type=tel], label:has(input[type=checkbox]), a.button, summary')]
        .filter((each) => each.getClientRects().length > 0)
        .map((each) => [each.outerHTML.slice(0, 80), Math.round(each.getBoundingClientRect().height)])
        .filter(([, height]) => height < 44)
        .map(([what, height]) => height + ' px: ' + what)`);
    expect(small).toEqual([]);
  });
});

/** Nothing has to be scrolled sideways. */
async function expectFits({ page }: Visit, width: number): Promise<void> {
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
}
