import { describe, expect, test } from 'vitest';
import { matchKeyword, matchStopPayload } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { lintTable } from '../../../lambdas/domain/languages/tables.ts';
import { lint } from '../../../lambdas/domain/notice/lint/lint.ts';
import { promisedWords } from '../../../lambdas/domain/notice/lint/promised-words.ts';
import { templateTexts } from '../../../lambdas/domain/notice/template-texts.ts';

describe.each(languages)('the words for templates in %s', (language) => {
  const { locale, footer, optOutButton } = templateTexts(language);

  test('the footer fits, and every word that it names stops', () => {
    expect([...footer].length).toBeLessThanOrEqual(60);
    const words = promisedWords(footer);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(({ means }) => means !== 'stop')).toEqual([]);
  });

  test('the button fits, and stops when it is tapped and when it is typed', () => {
    expect([...optOutButton].length).toBeLessThanOrEqual(20);
    expect(matchStopPayload(optOutButton)).toEqual({
      rule: expect.stringMatching(`^stop\\.${language}\\.`),
      of: 'all',
    });
    expect(matchKeyword(optOutButton)).toMatchObject({ answer: 'clear', keyword: 'stop', of: 'all' });
  });

  test.each(['footer', 'button'])('the linter takes the %s as a way out', (which) => {
    const wayOut = which === 'footer' ? { footer } : { buttons: [{ type: 'QUICK_REPLY', text: optOutButton }] };
    expect(
      lint({ kind: 'template', locale, category: 'marketing', body: 'Acme', ...wayOut }, { profile: 'strict' }),
    ).toEqual(
      lintTable[language].script !== 'Latin'
        ? [expect.objectContaining({ rule: 'language-script', pointer: '/body' })]
        : [],
    );
  });
});

test('another language gets English, and the answer says so', () => {
  expect(templateTexts('la_VA')).toEqual(templateTexts('en-GB'));
  expect([templateTexts('la').locale, templateTexts('pt_BR').locale]).toEqual(['en', 'pt']);
});
