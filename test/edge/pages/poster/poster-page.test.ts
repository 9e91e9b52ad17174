import { describe, expect, test } from 'vitest';
import { qrSvg } from '../../../../lambdas/adapters/qr/qr-code.ts';
import { languages } from '../../../../lambdas/domain/languages/language.ts';
import type { NoticeText } from '../../../../lambdas/domain/notice/notice.ts';
import { starterText } from '../../../../lambdas/domain/notice/starter/starter-text.ts';
import { type Paper, paperNames } from '../../../../lambdas/edge/pages/poster/papers.ts';
import { type Poster, posterPage } from '../../../../lambdas/edge/pages/poster/poster-page.ts';
import { posterScale } from '../../../../lambdas/edge/pages/poster/poster-scale.ts';
import { testText } from '../../../support/pages/collection.ts';
import { hostileTexts } from '../../../support/pages/hostile-texts.ts';
import { acmeApp } from '../../../support/pages/pages.ts';

const url = 'https://in.example/q/pcbb4cmv5dnw6fp6';
function page(text: NoticeText, more: Partial<Poster> = {}): string {
  const poster: Poster = {
    ...{ app: acmeApp, point: { opens: 'check-page', purposes: ['offers'] }, text, locales: [text.locale] },
    ...{ paper: 'a4', path: '/o/pcbb4cmv5dnw6fp6/poster', address: 'https://in.example/l/pcbb4cmv5dnw6fp6' },
    code: qrSvg(url, { level: 'H' }),
    ...more,
  };
  const made = posterPage(poster);
  if (made === undefined) throw new Error('It does not fit.');
  return String(made.body);
}
const shop = 'The Wonderful Worldwide Warehouse of Wool, Weaving and Woven Wares of Wimbledon and Wandsworth';
const purposes = acmeApp.purposes.map(({ purposeId, name, category }) => ({ purposeId, name, category }));
const everywhere = languages.flatMap((language) => paperNames.map((paper) => [language, paper] as const));

describe('a poster', () => {
  test.each(everywhere)('in %s fits on %s, with a name of 93 letters too', (language, paper) => {
    for (const businessName of ['Luna Coffee', shop]) {
      const text = starterText(language, { businessName, purposes, privacyUrl: 'https://luna.example/privacy' });
      const point = { opens: 'check-page', purposes: purposes.map(({ purposeId }) => purposeId) } as const;
      expect(page(text, { paper, point })).toContain(`@page{size:`);
    }
  });

  test('names the size of its paper', () => {
    expect(page(testText(), { paper: 'letter' })).toContain('@page{size:215.9mm 279.4mm;margin:0}');
    expect(page(testText(), { paper: 'tent' }).match(/class="face"/g)).toHaveLength(2);
  });

  test('offers what its point does, in the order of the point', () => {
    const more = ['offers', 'news', 'codes'].map((purposeId) => ({ purposeId, text: `about ${purposeId}` }));
    const point = { opens: 'check-page', purposes: ['codes', 'offers'] } as const;
    const items = page(testText({ purposes: more }), { point }).match(/<li>[^<]*/g);
    expect(items).toEqual(['<li>about codes', '<li>about offers']);
  });

  test('isolates the name of the business in every sentence, and does not divide a short one', () => {
    const text = starterText('ar', {
      businessName: 'Luna Coffee & Co. (NYC)',
      purposes,
      privacyUrl: 'https://luna.example/',
    });
    const body = page(text);
    expect(body).toContain('<html lang="ar" dir="rtl">');
    const name = 'Luna\u00a0Coffee\u00a0&#38;\u00a0Co.\u00a0(NYC)';
    // Heading, benefits, privacy, trademark: nowhere in a sentence does it stand bare.
    expect(body.split(`<bdi>${name}</bdi>`)).toHaveLength(5);
    expect(body.replace(/<title>.*?<\/title>/, '').replaceAll(/<bdi>.*?<\/bdi>/g, '')).not.toContain('Luna');
  });

  test('has letters no smaller than can be read, or none at all', () => {
    const text = 'Reply STOP at any time to stop all messages. ';
    const at = (times: number, paper: Paper) => posterScale([{ text: text.repeat(times), size: 3.1 }], paper, false);
    expect(at(1, 'a6')).toBe(1);
    expect(at(60, 'a4')).toBeGreaterThanOrEqual(0.5);
    expect(at(120, 'a6')).toBeUndefined();
  });
});

test('a poster is text and shapes, without script or anything that is loaded from elsewhere', () => {
  const body = page(testText());
  const tags = new Set([...body.matchAll(/<(\w+)/g)].map(([, tag]) => tag));
  for (const tag of ['script', 'iframe', 'object', 'link', 'form', 'img']) expect([...tags]).not.toContain(tag);
  expect(body).not.toMatch(/ (?:style|on\w+)=/);
});

test.each(hostileTexts.map((text) => [text]))('%j stays text', (text) => {
  const plain = page(testText());
  const words = testText({
    businessName: text,
    heading: text,
    purposes: [{ purposeId: 'offers', text }],
    ...{ incentive: text, benefits: text, frequency: text, howToStop: text },
    privacy: { text, url: `https://acme.example/${text}` },
  });
  const made = page(words, { locales: ['en'] });
  const shapes = (body: string) => new Set([...body.matchAll(/<[/!]?[a-z][^>]*>/gi)].map(([tag]) => tag));
  // Every tag is one that an honest poster has too.
  const known = shapes(page(testText({ incentive: '10 % off' })));
  for (const tag of shapes(plain)) known.add(tag);
  expect([...shapes(made)].filter((tag) => !known.has(tag))).toEqual([]);
  expect(made).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});
