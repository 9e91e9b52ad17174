import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../../lambdas/domain/languages/language.ts';
import * as tables from '../../../../lambdas/domain/languages/tables.ts';

const { lintTable: _sought, doubtsTable: _doubted, writtenTable: _theirs, ...ours } = tables;

/** Everything that we say in a language: on pages, in the widget, on posters, in the chat, in notices to begin with. */
const said = (language: Language): string =>
  JSON.stringify(
    Object.values(ours).map((table) => table[language]),
    (_, words: unknown) => (typeof words === 'function' ? words('Acme') : words),
  );

/** The form of address that we do not use: who is "tú" on the page is not "usted" on the poster. */
const otherForms = {
  es: /(?<!\p{L})(usted|ustedes|vosotros|os|vos|su|sus|le|les|suyo|suya|elija|escriba|escanee|envíe|pulse|abra|marque|revise)(?!\p{L})/iu,
  pt: /(?<!\p{L})(tu|ti|te|teu|tua|teus|tuas|contigo|vós|podes|queres|escolhe|envia|o senhor)(?!\p{L})/iu,
  it: /(?<!\p{L})(lei|suo|sua|suoi|sue|voi|vostro|vostra|invii|scelga|apra|scriva|riceverà|inquadri|riprovi)(?!\p{L})/iu,
  de: /(?<!\p{L})(du|dich|dir|dein|deine|deinem|deinen|deiner)(?!\p{L})/iu,
  fr: /(?<!\p{L})(tu|toi|tes|peux|veux|(?<!j’ai )choisis|envoie)(?!\p{L})/iu,
  tr: /(?<!\p{L})(sen|sana|senin|seni)(?!\p{L})/iu,
  hi: /(?<!\p{L})(तुम|तुम्हें|तुम्हारा|तू)(?!\p{L})/u,
  id: /(?<!\p{L})(kamu|kau)(?!\p{L})/iu,
} as const satisfies Record<Exclude<Language, 'en' | 'ar'>, RegExp>;

describe('our own words', () => {
  it.each(Object.entries(otherForms))('address people in one way in %s', (language, words) => {
    expect(words.exec(said(language as keyof typeof otherForms))?.[0]).toBeUndefined();
  });

  it('write “WhatsApp” as notices have to write it, in Arabic too', () => {
    expect(said('ar')).toContain('WhatsApp');
    expect(said('ar')).not.toContain('واتساب');
  });

  it('keep signs in the line of their word in French', () => {
    expect(/.{0,20} [:;?!%»]|« |[\p{L}\d][;?!%»]/u.exec(said('fr'))?.[0]).toBeUndefined();
  });

  it.each(languages)('have no straight apostrophe, in %s', (language) => {
    expect(/.{0,20}\p{L}'\p{L}/u.exec(said(language))?.[0]).toBeUndefined();
  });

  it.each(languages)('say STOP on the page as in the chat, in %s', (language) => {
    expect(ours.pagesTable[language].end.howToStop).toContain('STOP');
    expect(ours.repliesTable[language].optInConfirmed).toContain('STOP');
  });
});
