import { beforeAll, describe, expect, it } from 'vitest';
import { chatLink } from '../../lambdas/domain/collection/chat-link.ts';
import type { NoticeText } from '../../lambdas/domain/notice/notice.ts';
import { closedPage } from '../../lambdas/edge/pages/points/closed-page.ts';
import { hostileTexts } from '../support/pages/hostile-texts.ts';
import { filledIn, formsOf, type PageForm } from '../support/pages/page-form.ts';
import { acmeApp, type TestPages, testPages } from '../support/pages/pages.ts';
import { readMarkup, shapeOf } from '../support/pages/read-markup.ts';

let pages: TestPages;
let count = 100;
beforeAll(async () => {
  pages = await testPages();
});

/** The same text wherever a business may write one; the agreement goes into the chat. */
const textOfAll = (words: string): NoticeText => ({
  locale: 'en',
  businessName: words,
  heading: words,
  agreement: `${words} {purposes}`,
  purposes: [{ purposeId: 'offers', text: words }],
  incentive: words,
  benefits: words,
  frequency: words,
  howToStop: words,
  privacy: { text: words, url: 'https://acme.example/privacy' },
});

/** Every page that these words can reach: opened, sent back with faults, at the last step, with the words in address and form too. */
async function pagesWith(words: string): Promise<readonly string[]> {
  count += 1;
  // Half a surrogate pair is refused wherever a business writes; people can still send it.
  const kept = words.toWellFormed();
  await pages.publish(`notice-${count}`, [textOfAll(kept), { ...textOfAll(kept), locale: 'es' }]);
  const notice = { noticeId: `notice-${count}`, version: 1 };
  const token = await pages.point(count, {
    kind: 'landing-page',
    notice,
    name: kept,
    campaign: kept,
    greeting: kept,
    purposes: ['offers'],
  });
  const link = await pages.point(count + 1000, { notice, campaign: kept, greeting: kept, purposes: ['offers'] });
  // What one source may post is bounded.
  pages.now += 10 * 60_000;
  const query = { utm_source: words, utm_campaign: words, lang: 'en' };
  const opened = await pages.get(`/o/${token}`, query);
  const check = await pages.get(`/o/${link}`, { ...query, lang: words }, { 'accept-language': words });
  const [form] = formsOf(opened.body, '') as [PageForm];
  const wrong = await pages.post(
    form.action,
    filledIn(form, { values: { number1: words, number2: words, country: words } }),
  );
  const right = filledIn(form, { ticks: ['offers'], values: { country: 'MX', number1: '55 7200 0001' } });
  const chosen = await pages.post(form.action, right, { 'user-agent': words });
  expect([opened.status, check.status, wrong.status, chosen.status]).toEqual([200, 200, 422, 303]);
  const end = await pages.get(chosen.headers.location ?? '', { sent: words });
  const lost = await pages.get('/o/nothing', { lang: words }, { 'accept-language': words });
  return [opened.body, check.body, wrong.body, end.body, lost.body].map(String);
}

describe('no text becomes more than text', () => {
  /** With a number that is missing its country, and with one that has it: the faults differ. */
  let harmless: readonly string[];
  const shape = (markups: readonly string[]) => JSON.stringify(markups.map(shapeOf));
  beforeAll(async () => {
    harmless = [shape(await pagesWith('words')), shape(await pagesWith('+words'))];
  });

  it.each(hostileTexts.map((words) => [JSON.stringify(words), words] as const))('%s', async (_, words) => {
    const markups = await pagesWith(words);
    expect(harmless).toContain(shape(markups));
    for (const markup of markups) {
      for (const { attributes } of readMarkup(markup)) {
        for (const name of ['href', 'action']) {
          const address = attributes.get(name);
          if (address !== undefined) {
            expect(address).toMatch(
              /^(?:\/o\/p[a-z0-9]{15}(?:\/c[a-z0-9]{15})?(?:\?[\w=&.%*+-]*)?|#[a-z0-9]+|\/logo\/16202e(?:-[\da-f]+){1,12}|https:\/\/wa\.me\/525500000001\?text=[^\s"<>]*|https:\/\/acme\.example\/privacy)$/,
            );
          }
        }
      }
    }
    const [opened = ''] = markups;
    const shown = readMarkup(opened).map(({ text }) => text.trim());
    const seen = words
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no page may hold them
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '\uFFFD')
      .trim();
    expect(shown).toContain(seen);
  });

  it.each(hostileTexts.map((words) => [JSON.stringify(words), words] as const))(
    'as name of a business: %s',
    (_, words) => {
      const request = { rawQueryString: '', headers: {} };
      const markup = (displayName: string) => String(closedPage({ ...acmeApp, displayName }, 'paused', request).body);
      expect(shapeOf(markup(words))).toEqual(shapeOf(markup('Acme')));
      const chat = chatLink(
        { ...acmeApp, displayName: words.toWellFormed() },
        { pointId: 'pt_pbbbbbbbbbbbbbbb' },
        'en',
      );
      expect(chat).toMatch(/^https:\/\/wa\.me\/525500000001\?text=[^\s"<>]*$/);
    },
  );
});

describe('a privacy page is linked only where it may be', () => {
  it.each([
    'javascript:alert(1)',
    'http://acme.example',
    '//evil.example',
    'https://user:pass@evil.example',
    '/o/x',
    'x',
  ])('%s stays words', async (url) => {
    count += 1;
    const text = { ...textOfAll('words'), privacy: { text: 'Our privacy page', url } };
    await pages.publish(`notice-${count}`, [text]);
    const token = await pages.point(count, { notice: { noticeId: `notice-${count}`, version: 1 } });
    const { body } = await pages.get(`/o/${token}`);
    expect(body).toContain('Our privacy page');
    expect(body.match(/<a /g)).toHaveLength(1);
    expect(body).toMatch(/<a class="go plain" href="https:\/\/wa\.me\//);
  });
});
