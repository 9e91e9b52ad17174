import { expect, it } from 'vitest';
import { starterText } from '../../../../lambdas/domain/notice/starter/starter-text.ts';
import { html } from '../../../../lambdas/edge/pages/parts/html.ts';
import { maskedNumber } from '../../../../lambdas/edge/pages/parts/masked-number.ts';
import { endPage, nextLook } from '../../../../lambdas/edge/pages/points/end-page.ts';
import { testChoice, testToken } from '../../../support/pages/collection.ts';
import { acmeApp } from '../../../support/pages/pages.ts';

const purposes = acmeApp.purposes.map(({ purposeId, name, category }) => ({ purposeId, name, category }));
const text = starterText('ar', { businessName: 'Acme', purposes, privacyUrl: 'https://acme.example/privacy' });

const isolated = (digits: string): string => `\u2066${digits}\u2069`;

it.each([
  ['es', /hasta el \d+ de [a-z]+ a las \d+:\d\d(?: [ap]\.m\.)? \(hora [^)]*central\)/],
  ['fr', / \(heure [^:)]+\)/],
  ['hi', / बजे \([^)]+ समय\)/],
] as const)('says until when in words that people use for their zone (%s)', (locale, words) => {
  const spoken = starterText(locale, { businessName: 'Acme', purposes, privacyUrl: 'https://acme.example/privacy' });
  const app = { ...acmeApp, timeZone: 'America/Mexico_City' };
  const { body } = endPage({
    app,
    token: testToken(1),
    text: spoken,
    saysSent: false,
    qr: html``,
    choice: testChoice(1),
  });
  expect(String(body)).toMatch(words);
});

it('shows the code of the message in one piece and in its own order, also between Arabic words', () => {
  const page = { app: acmeApp, token: testToken(1), text, saysSent: false, qr: html`` };
  const { body } = endPage({ ...page, choice: testChoice(1, { words: 'أوافق (نعم).' }) });
  const bubble = /<p class="bubble"[^>]*>(.*?)<\/p>/s.exec(String(body))?.[1];
  expect(bubble).toMatch(/^أوافق \(نعم\)\. <bdi>\(c[a-z0-9-]{18}\)<\/bdi>$/);
});

it('looks again at most twenty times, ever more rarely, and ends after ten minutes', () => {
  const waits: number[] = [];
  for (let age = 0, wait = nextLook(age); wait !== undefined; wait = nextLook(age)) {
    waits.push(wait);
    age += wait * 1000;
    expect(waits.length).toBeLessThanOrEqual(20);
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits[0]).toBe(4);
  expect(nextLook(10 * 60 * 1000 - 1)).toBeDefined();
  expect(nextLook(10 * 60 * 1000)).toBeUndefined();
});

it('shows four digits of numbers of which two end alike, and two of the others', () => {
  const numbers = ['525511110099', '525522220199', '525533330055'];
  expect(numbers.map((each) => maskedNumber(each, numbers))).toEqual(['0099', '0199', '55'].map(isolated));
  const alike = ['525511110099', '525522110099', '15255110099'];
  expect(new Set(alike.map((each) => maskedNumber(each, alike))).size).toBe(3);
  expect(maskedNumber('525511110099')).toBe(isolated('99'));
  const qr = html``;
  const page = { app: acmeApp, token: testToken(1), text: { ...text, locale: 'en' }, saysSent: false, qr };
  const waiting = endPage({ ...page, choice: testChoice(1, { numbers }) });
  expect(String(waiting.body)).toContain('\u20660099\u2069, \u20660199\u2069, and \u206655\u2069');
});
