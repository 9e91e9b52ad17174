import { beforeAll, describe, expect } from 'vitest';
import type { Visit } from '../support/api/visit.ts';
import { browserTest, someOf } from '../support/browser/browser-test.ts';
import { chatOf, expectAnswer, say } from '../support/journeys/collection.ts';
import { fourPurposes, type OrderedPages, openOrderedPages, orderLanguages } from '../support/pages/four-purposes.ts';

let pages: OrderedPages;
let preferences: string;
beforeAll(async () => {
  pages = await openOrderedPages('browser-order');
  const { shop } = pages;
  expectAnswer(await shop.optIn({ phone: shop.person('Ana').phone }), 201);
  preferences = await pages.linkFor('preference-page', 'Ana');
}, 120_000);

const screens = [
  { width: 390, height: 700 },
  { width: 1280, height: 720 },
] as const;
const languageAndScreen = orderLanguages.flatMap((locale) =>
  someOf(screens).map((screen) => [locale, screen] as const),
);

/** Where the button ends, in CSS pixels from the top of the page. */
async function endOfButton({ page }: Visit): Promise<number> {
  const box = await page.locator('form button.go').last().boundingBox();
  return Math.ceil((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN));
}

describe('the first screen', () => {
  browserTest.for(languageAndScreen)(
    'holds all that one chooses and the button, in %s on %o',
    { timeout: 120_000 },
    async ([locale, screen], { open, pagesUrl }) => {
      const visit = await open({ ...screen, locale, isPhone: screen.width < 600 });
      for (const kind of ['link', 'landing-page'] as const) {
        for (const count of [1, 2, 3, 4]) {
          await visit.page.goto(`${pagesUrl}${pages.pathOf(kind, count)}`);
          expect(await endOfButton(visit), `${kind} with ${count}`).toBeLessThanOrEqual(screen.height);
          // Ticked or not, nothing moves.
          const before = await endOfButton(visit);
          for (const box of await visit.page.locator('input[name=purpose]').all()) await box.check();
          expect(await endOfButton(visit)).toBe(before);
        }
      }
      await visit.shot(`first-screen-${locale}`, false);
    },
  );

  browserTest.for(languageAndScreen)(
    'of the preference page holds both ways out, beside the heading, in %s on %o',
    async ([locale, screen], { open, pagesUrl }) => {
      const visit = await open({ ...screen, locale });
      await visit.page.goto(`${pagesUrl}${preferences}`);
      const [stop, save, boxes] = await Promise.all(
        ['button[value=stop]', 'button[value=save]', 'fieldset'].map((each) => visit.page.locator(each).boundingBox()),
      );
      expect((stop?.y ?? Number.NaN) + (stop?.height ?? Number.NaN)).toBeLessThan(boxes?.y ?? Number.NaN);
      expect((save?.y ?? Number.NaN) + (save?.height ?? Number.NaN)).toBeLessThanOrEqual(screen.height);
    },
  );
});

describe('the sentence that one agrees to', () => {
  browserTest.for(someOf(orderLanguages))(
    'says what is ticked and nothing else, without a script, as the chat will say it: %s',
    { timeout: 240_000 },
    async (locale, { open, pagesUrl }) => {
      const { page } = await open({ javaScript: false, locale });
      const path = `${pagesUrl}${pages.pathOf('link', 4)}`;
      const shown = async () => (await page.locator('#says').innerText()).trim();
      await page.goto(path);
      expect(await shown()).toContain('…');
      const seen = new Set<string>();
      for (let choice = 1; choice < 16; choice += 1) {
        await page.goto(path);
        for (const [n, purpose] of fourPurposes.entries()) {
          if ((choice >> n) & 1) await page.locator(`input[value=${purpose}]`).check();
        }
        const sentence = await shown();
        await page.locator('form button.go').click();
        await page.waitForURL(/\/c\w{15}$/);
        const { text } = chatOf(await page.content());
        expect(`${sentence} (${/\(([^)]*)\)$/.exec(text)?.[1]})`).toBe(text);
        seen.add(sentence);
      }
      expect(seen.size).toBe(15);
    },
  );

  browserTest('changes with every tick that is set and taken away', async ({ open, pagesUrl }) => {
    const { page } = await open({ javaScript: false });
    await page.goto(`${pagesUrl}${pages.pathOf('landing-page', 2)}`);
    const says = page.locator('#says');
    const offers = 'I agree to receive offers and news from Luna Coffee on WhatsApp at this number.';
    await page.locator('input[value=offers]').check();
    expect((await says.innerText()).trim()).toBe(offers);
    await page.locator('input[value=order-updates]').check();
    expect(await says.innerText()).toContain('offers and news and order updates');
    await page.locator('input[value=order-updates]').uncheck();
    expect((await says.innerText()).trim()).toBe(offers);
    // It is what the button is described by to who does not see it.
    expect(await page.locator('form button.go').getAttribute('aria-describedby')).toBe('says');
  });

  browserTest('of the preference page is about what is not had yet', async ({ open, pagesUrl }) => {
    const { page } = await open({ javaScript: false });
    await page.goto(`${pagesUrl}${preferences}`);
    expect(await page.locator('#says').isVisible()).toBe(false);
    await page.locator('input[value=codes]').check();
    expect((await page.locator('#says').innerText()).trim()).toBe(
      'I agree to receive one-time codes from Luna Coffee on WhatsApp at this number.',
    );
  });
});

describe('from the link to the opt-in', () => {
  browserTest('are three taps on a phone, and no scrolling', async ({ open, pagesUrl }) => {
    const { shop } = pages;
    const visit = await open({ width: 390, height: 700, isPhone: true, javaScript: false });
    const { page } = visit;
    await page.goto(`${pagesUrl}${pages.pathOf('link', 2)}`);
    let taps = 0;
    const tap = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(700);
      await page.locator(selector).tap();
      taps += 1;
    };
    await tap('label:has(input[value=offers])');
    await tap('form button.go');
    // The browser was let go on to the chat: the policy of the page holds nothing back.
    await expect.poll(() => visit.chats.length).toBeGreaterThan(0);
    const chat = new URL(visit.chats[0] ?? '');
    const eva = shop.person('Eva');
    expect(await say(shop, eva, chat.searchParams.get('text') ?? '')).toBe(200);
    taps += 1;
    expect(taps).toBeLessThanOrEqual(3);
    expect(await shop.decide({ phone: eva.phone })).toMatchObject({ decision: 'allow' });
  });

  browserTest('a phone on which WhatsApp did not open gets to the last step', async ({ open, pagesUrl }) => {
    const visit = await open({ width: 390, height: 700, isPhone: true, javaScript: false });
    const { page } = visit;
    await page.goto(`${pagesUrl}${pages.pathOf('link', 2)}`);
    await page.locator('input[value=offers]').check();
    await page.locator('button[name=stay]').tap();
    await page.waitForURL(/\/c\w{15}$/);
    expect(await page.locator('a.go').first().getAttribute('href')).toMatch(/^https:\/\/wa\.me\//);
  });

  browserTest('the last step notices the message by itself, without a script', async ({ open, pagesUrl }) => {
    const { shop } = pages;
    const visit = await open({ width: 1280, javaScript: false });
    const { page } = visit;
    await page.goto(`${pagesUrl}${pages.pathOf('link', 2)}`);
    await page.locator('input[value=offers]').check();
    await page.locator('form button.go').click();
    await page.waitForURL(/\/c\w{15}$/);
    const { text, phone } = chatOf(await page.content());
    // To whom it goes.
    expect((await page.locator('h2').first().innerText()).replace(/\D/g, '')).toBe(phone);
    await say(shop, shop.person('Fay'), text);
    await page.locator('svg.done').waitFor();
    expect(await page.locator('.list li').innerText()).toBe('Offers and news');
    expect(await page.locator('a.go').getAttribute('href')).toBe(`https://wa.me/${phone}`);
  });
});

browserTest('a language is changed without losing what was ticked and typed', async ({ open, pagesUrl }) => {
  const visit = await open({ javaScript: false });
  const { page } = visit;
  await page.goto(`${pagesUrl}${pages.pathOf('landing-page', 4)}`);
  await page.locator('input[value=news]').check();
  await page.locator('#number1').fill('+52 55 1234');
  await page.locator('nav button[lang=es]').click();
  await page.locator('html[lang=es]').waitFor();
  expect(await page.locator('input:checked').getAttribute('value')).toBe('news');
  expect(await page.locator('#number1').inputValue()).toBe('+52 55 1234');
  expect(new URL(page.url()).search).toBe('');
});

browserTest.for(['link', 'landing-page'] as const)('%s fits at twice the size', async (kind, { open, pagesUrl }) => {
  // A phone of 390 px at 200 %.
  const { page } = await open({ width: 195 });
  await page.goto(`${pagesUrl}${pages.pathOf(kind, 4)}`);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(195);
  await page.locator('input[value=offers]').check();
  if (kind === 'landing-page') await page.locator('#number1').fill('+52 55 1234 5678');
  await page.locator('form button.go').click();
  await page.waitForURL(/\/c\w{15}$/);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(195);
});
