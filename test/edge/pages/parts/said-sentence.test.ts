import { describe, expect, it } from 'vitest';
import { languages } from '../../../../lambdas/domain/languages/language.ts';
import { agreementSentence } from '../../../../lambdas/domain/notice/agreement-sentence.ts';
import type { NoticeText } from '../../../../lambdas/domain/notice/notice.ts';
import { starterText } from '../../../../lambdas/domain/notice/starter/starter-text.ts';
import { saidSentence } from '../../../../lambdas/edge/pages/parts/said-sentence.ts';
import { pageTexts } from '../../../../lambdas/edge/pages/texts/page-texts.ts';
import { testText } from '../../../support/pages/collection.ts';
import { textOf } from '../../../support/pages/page-form.ts';

const named = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ purposeId: `p${n}`, name: `Purpose ${n}`, category: 'utility' as const }));
const said = (text: NoticeText) => saidSentence(text, text.purposes, pageTexts(text.locale)).markup;

/** What the style sheet leaves of the sentence when these boxes are ticked. */
function shown(markup: string, ticked: readonly number[]): string {
  const sentence = /<p class="follows"[^>]*>(.*?)<\/p>/s.exec(markup)?.[1] ?? '';
  return textOf(
    sentence.replace(/<span class="([^"]*)"[^>]*>(.*?)<\/span>/gs, (_, classes: string, words: string) =>
      classes.split(' ').every((name) => ticked.includes(Number(name.slice(1))) === name.startsWith('y')) ? words : '',
    ),
  );
}
/** What is read where no style sheet follows: all but what is hidden. */
const unstyled = (markup: string) =>
  textOf(markup.replace(/<(p|span|ul)\b[^>]* hidden>.*?<\/\1>/gs, '')).replaceAll(/\s+/g, ' ');

describe.each(languages)('the sentence in %s', (locale) => {
  const text = starterText(locale, { businessName: 'Acme', purposes: named(4), privacyUrl: 'https://acme.example' });

  it('is word for word what is agreed to, for every choice of four', () => {
    const markup = said(text);
    for (let choice = 1; choice < 16; choice += 1) {
      const ticked = [0, 1, 2, 3].filter((n) => (choice >> n) & 1);
      const sentence = agreementSentence(
        text,
        ticked.map((n) => `p${n}`),
      );
      expect(shown(markup, ticked)).toBe(textOf(sentence));
    }
  });

  it('names no purpose where nothing is ticked, or where the browser cannot follow', () => {
    const markup = said(text);
    for (const words of [shown(markup, []), unstyled(markup)]) {
      expect(words).toContain('…');
      for (const purpose of text.purposes) expect(words).not.toContain(purpose.text);
    }
  });
});

describe('a sentence', () => {
  const words = (agreement: string, count = 2) =>
    testText({ agreement, purposes: named(count).map(({ purposeId, name }) => ({ purposeId, text: name })) });

  it.each([
    ['names its purposes twice', 'I agree to {purposes}. Only {purposes}.', 'I agree to Purpose 1. Only Purpose 1.'],
    ['names none', 'I agree to everything above.', 'I agree to everything above.'],
    ['names the number too', 'I want {purposes} at {number}.', 'I want Purpose 1 at this number.'],
  ])('that %s follows all the same', (_, agreement, expected) => {
    expect(shown(said(words(agreement)), [1])).toBe(expected);
  });

  it.each([6, 7, 50])('for %i purposes keeps its gap, and never grows without bound', (count) => {
    const markup = said(words('I agree to receive {purposes} from Acme.', count));
    expect(markup.length).toBeLessThan(2000);
    expect(unstyled(markup)).toContain('I agree to receive … from Acme.');
    expect(unstyled(markup)).not.toContain('Purpose 1');
  });
});
