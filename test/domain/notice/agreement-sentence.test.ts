import { describe, expect, test } from 'vitest';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { agreementSentence } from '../../../lambdas/domain/notice/agreement-sentence.ts';
import { starterText } from '../../../lambdas/domain/notice/starter/starter-text.ts';
import { testText } from '../../support/pages/collection.ts';

const text = testText({
  purposes: [
    { purposeId: 'offers', text: 'offers and discounts' },
    { purposeId: 'orders', text: 'order updates' },
    { purposeId: 'news', text: 'news' },
  ],
});

describe('the sentence of agreement', () => {
  test('names one purpose, two, or a list of them in the order given, and this number', () => {
    expect(agreementSentence(text, ['offers'])).toBe(
      'I agree to receive offers and discounts from Acme on WhatsApp at this number.',
    );
    expect(agreementSentence(text, ['news', 'orders'])).toContain(' news and order updates from ');
    expect(agreementSentence(text, ['orders', 'news', 'offers'])).toContain(
      ' order updates, news, and offers and discounts from ',
    );
  });

  test('names the number where it is known', () => {
    expect(agreementSentence(text, ['news'], '+1 650 555 1234')).toContain(' at +1 650 555 1234.');
  });

  test('joins as the language of the text does', () => {
    const spanish = { ...text, locale: 'es-MX', agreement: 'Acepto {purposes} en {number}.' };
    expect(agreementSentence(spanish, ['orders', 'news'])).toBe('Acepto order updates y news en este número.');
  });

  test('never leaves a purpose out: what the text does not name cannot be agreed to', () => {
    expect(() => agreementSentence(text, ['offers', 'surveys'])).toThrow(/does not name surveys/);
  });

  test('fills in once: words that look like a place, or like a pattern, stay as they are', () => {
    const odd = { ...text, purposes: [{ purposeId: 'offers', text: "$& $' {number} {purposes}" }] };
    expect(agreementSentence(odd, ['offers'])).toBe(
      "I agree to receive $& $' {number} {purposes} from Acme on WhatsApp at this number.",
    );
  });

  test.each(languages)('in %s has words for "this number" in the same language', (locale) => {
    const purposes = [{ purposeId: 'offers', name: 'Offers', category: 'marketing' as const }];
    const starter = starterText(locale, { businessName: 'Acme', purposes, privacyUrl: 'https://acme.example/privacy' });
    const sentence = agreementSentence(starter, ['offers']);
    expect(sentence).not.toMatch(/[{}]/);
    if (!locale.startsWith('en')) expect(sentence).not.toContain('this number');
  });
});
