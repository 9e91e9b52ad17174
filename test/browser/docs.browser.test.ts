import { describe, expect } from 'vitest';
import { apiDocument } from '../support/api/api-document.ts';
import { browserTest, looks } from '../support/browser/browser-test.ts';

const pages = ['api', 'problems'] as const;
const screens = pages.flatMap((name) => looks.map(([width, dark]) => [name, width, dark] as const));

describe('the pages of the documentation', () => {
  browserTest.for(screens)('%s at %i px, dark: %s', async ([name, width, dark], { open, pagesUrl }) => {
    const visit = await open({ width, dark });
    await visit.page.goto(`${pagesUrl}/docs/${name}`);
    // The page of the API is longer than a picture may be.
    await visit.shot(`docs-${name}${dark ? '-dark' : ''}`, name === 'problems');
    await visit.expectAccessible();
    expect(await visit.violations()).toBe(0);
    expect(await visit.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.page.locator('h1').count()).toBe(1);
    expect([...visit.loaded.keys()].map((url) => new URL(url).pathname)).toEqual([`/docs/${name}`]);
  });

  browserTest('are read without JavaScript: from a part to its operation', async ({ open, pagesUrl }) => {
    const visit = await open({ javaScript: false });
    await visit.page.goto(`${pagesUrl}/docs/api`);
    await visit.page.locator('nav.contents').getByRole('link', { name: 'Consent' }).click();
    expect(visit.page.url()).toBe(`${pagesUrl}/docs/api#tag-consent`);
    await visit.page.locator('.here a[href$="#recordOptIn"]').click();
    expect(visit.page.url()).toBe(`${pagesUrl}/docs/api#recordOptIn`);
    expect(await visit.page.locator('#recordOptIn').isVisible()).toBe(true);
  });

  browserTest('open where the type of a problem leads to', async ({ open, pagesUrl }) => {
    const visit = await open();
    for (const { code } of apiDocument['x-problems'].codes) {
      // As RFC 9457 says: a reference is resolved against the address of the answer that has it.
      await visit.page.goto(new URL(`/docs/problems#${code}`, `${pagesUrl}/v1/apps/acme/opt-ins`).href);
      expect(await visit.page.locator(`[id="${code}"]:target h2`).textContent()).toBe(code);
    }
  });

  browserTest('have everything on paper but the way through the page', async ({ open, pagesUrl }) => {
    const visit = await open({ width: 1280 });
    await visit.page.goto(`${pagesUrl}/docs/api`);
    await visit.page.emulateMedia({ media: 'print' });
    expect(await visit.page.locator('header').isVisible()).toBe(false);
    expect(await visit.page.locator('nav.contents').isVisible()).toBe(false);
    expect(await visit.page.locator('#recordOptIn').isVisible()).toBe(true);
  });
});
