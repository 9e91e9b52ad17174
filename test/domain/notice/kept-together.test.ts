import { describe, expect, test } from 'vitest';
import { keptTogether, undivided } from '../../../lambdas/domain/notice/kept-together.ts';

describe('the name of a business in a sentence', () => {
  test('is not divided between lines', () => {
    expect(keptTogether('Messages from Luna Coffee on WhatsApp', { businessName: 'Luna Coffee', locale: 'en' })).toBe(
      'Messages from Luna\u00a0Coffee on WhatsApp',
    );
    expect(undivided('a'.repeat(12).concat(' ', 'b'.repeat(12)))).not.toContain('\u00a0');
  });

  test('is isolated where the sentence runs the other way, or the name does', () => {
    const name = { businessName: 'Luna & Co. (NYC)', locale: 'ar' };
    expect(keptTogether('رسائل Luna & Co. (NYC) على', name)).toBe(
      'رسائل \u2068Luna\u00a0&\u00a0Co.\u00a0(NYC)\u2069 على',
    );
    expect(keptTogether('News of قهوة!', { businessName: 'قهوة!', locale: 'en' })).toBe('News of \u2068قهوة!\u2069');
  });

  test('leaves alone what has no name in it, and is no pattern', () => {
    expect(keptTogether('News', { businessName: '', locale: 'en' })).toBe('News');
    expect(keptTogether('Pay $& now', { businessName: '$&', locale: 'en' })).toBe('Pay \u2068$&\u2069 now');
    expect(keptTogether('Acme', { businessName: 'Acme', locale: 'en' })).toBe('Acme');
  });
});
