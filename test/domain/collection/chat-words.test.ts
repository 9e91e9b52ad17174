import { describe, expect, test } from 'vitest';
import { chatWords } from '../../../lambdas/domain/collection/chat-words.ts';
import { openingMessage, whatsappLink } from '../../../lambdas/domain/collection/whatsapp-link.ts';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { testCode, testText } from '../../support/pages/collection.ts';

const link = (words: string) => whatsappLink('+49 1512 3456789012', openingMessage(words, testCode(1)));

describe('the words that a chat begins with', () => {
  test('are the sentence of agreement', () => {
    expect(chatWords(testText(), ['offers'])).toBe(
      'I agree to receive offers and discounts from Acme on WhatsApp at this number.',
    );
  });

  test('are a short sentence where the link would reach 2,000 characters', () => {
    const long = (letters: number) => testText({ agreement: `I agree to {purposes}. ${'x'.repeat(letters)}` });
    const most = 1_900 - encodeURIComponent('I agree to offers and discounts. ').length;
    expect(chatWords(long(most), ['offers'])).toMatch(/x$/);
    expect(link(chatWords(long(most), ['offers'])).length).toBeLessThan(2_000);
    expect(chatWords(long(most + 1), ['offers'])).toBe('I agree to receive the messages that I chose.');
  });

  test.each(languages)('are short in the language of the text: %s', (locale) => {
    const text = testText({ locale, agreement: `{purposes} ${'ह'.repeat(300)}` });
    const words = chatWords(text, ['offers']);
    expect(link(words).length).toBeLessThan(2_000);
    if (locale !== 'en') expect(words).not.toMatch(/I agree/);
  });

  test('are never a keyword by themselves: nobody could tell such an opt-in from a STOP', () => {
    const text = testText({ agreement: 'Send me {purposes}. Stop sending me messages when I say so. Unsubscribe.' });
    expect(chatWords(text, ['offers'])).toBe('I agree to receive the messages that I chose.');
  });
});
