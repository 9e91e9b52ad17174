import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../../lambdas/domain/languages/language.ts';
import { posterTable, repliesTable } from '../../../../lambdas/domain/languages/tables.ts';
import { pageTexts } from '../../../../lambdas/edge/pages/texts/page-texts.ts';
import { personalTexts } from '../../../../lambdas/edge/pages/texts/personal-texts.ts';

/** Everything that we say in a language beside the notice: on pages, in the widget, on posters, in the chat. */
const said = (language: keyof typeof repliesTable): string =>
  JSON.stringify([
    pageTexts(language),
    personalTexts(language),
    wordsIn(posterTable, language),
    repliesTable[language],
  ]);

/** Who is "usted" on the page is not "tú" on the poster. */
const informal = {
  es: /(?<!\p{L})(tú|tu|tus|ti|contigo|puedes|quieres|elige|escanea)(?!\p{L})/iu,
  it: /(?<!\p{L})(tu|tuo|tua|tuoi|tue|puoi|vuoi|scegli)(?!\p{L})/iu,
  de: /(?<!\p{L})(du|dich|dir|dein|deine|deinem|deinen|deiner)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|toi|tes|peux|veux|choisis|envoie)(?!\p{L})/iu,
  tr: /(?<!\p{L})(sen|sana|senin|seni)(?!\p{L})/iu,
  hi: /(?<!\p{L})(तुम|तुम्हें|तुम्हारा|तू)(?!\p{L})/u,
  id: /(?<!\p{L})(kamu|kau)(?!\p{L})/iu,
} as const;

describe('our own words', () => {
  it.each(Object.entries(informal))('address people in one way in %s', (language, words) => {
    expect(words.exec(said(language as keyof typeof informal))?.[0]).toBeUndefined();
  });

  it('write “WhatsApp” as notices have to write it, in Arabic too', () => {
    expect(said('ar')).toContain('WhatsApp');
    expect(said('ar')).not.toContain('واتساب');
  });

  it.each(Object.keys(repliesTable))('say STOP on the page as in the chat, in %s', (language) => {
    expect(pageTexts(language).end.howToStop).toContain('STOP');
    expect(repliesTable[language as keyof typeof repliesTable].optInConfirmed).toContain('STOP');
  });
});
