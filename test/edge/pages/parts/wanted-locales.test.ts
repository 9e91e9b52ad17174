import { describe, expect, it } from 'vitest';
import { likelyCountry } from '../../../../lambdas/edge/pages/parts/countries.ts';
import { acceptedLocales, wantedLocales } from '../../../../lambdas/edge/pages/parts/wanted-locales.ts';

describe('what a visitor wants to read', () => {
  it.each([
    ['de', ['de']],
    ['en;q=0.5, de-AT, fr;q=0.9', ['de-AT', 'fr', 'en']],
    ['en;q=0, *;q=0.5, es', ['es']],
    ['en;q=2, es;q=x, fr;q=-1, it', ['it']],
    ['', []],
    ['zh-Hant-TW', ['zh-Hant-TW']],
    ['"><script>, es', ['es']],
    [Array.from({ length: 300 }, () => 'es').join(','), Array(20).fill('es')],
  ])('%s', (header, locales) => {
    expect(acceptedLocales(header)).toEqual(locales);
  });

  it('is first of all what was clicked', () => {
    const headers = { 'accept-language': 'en' };
    expect(wantedLocales({ rawQueryString: 'lang=pt-BR', headers })).toEqual(['pt-BR', 'en']);
    expect(wantedLocales({ rawQueryString: 'lang=%22%3E', headers })).toEqual(['en']);
    expect(wantedLocales({ rawQueryString: '', headers: {} })).toEqual([]);
  });
});

describe('the country of a number is guessed', () => {
  const whatsapp = { phone: '+491711234567', phoneNumberId: '1', wabaId: '2' };
  it.each([
    [['es-MX', 'en'], 'en-US', 'MX'],
    [['es-419', 'en'], 'en-US', 'US'],
    [['es'], 'pt-BR', 'BR'],
    [['es'], 'pt', 'DE'],
    [['en-XX'], 'pt', 'DE'],
  ])('%j, app %s -> %s', (accepted, locale, country) => {
    expect(likelyCountry(accepted, { locale, whatsapp })).toBe(country);
  });
});
