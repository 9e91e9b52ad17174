import { describe, expect, test } from 'vitest';
import { matchKeyword } from '../../../../lambdas/domain/keywords/match-keyword.ts';
import { languages } from '../../../../lambdas/domain/languages/language.ts';
import { agreementSentence } from '../../../../lambdas/domain/notice/agreement-sentence.ts';
import { lint } from '../../../../lambdas/domain/notice/lint/lint.ts';
import { localLaws } from '../../../../lambdas/domain/notice/lint/lint-document.ts';
import { promisedWords } from '../../../../lambdas/domain/notice/lint/promised-words.ts';
import { hasStarterText, starterText } from '../../../../lambdas/domain/notice/starter/starter-text.ts';

const purposes = [
  { purposeId: 'offers', name: 'Offers', category: 'marketing' },
  { purposeId: 'orders', name: 'Orders', category: 'utility' },
  { purposeId: 'codes', name: 'Codes', category: 'authentication' },
] as const;
const about = { businessName: 'Acme', purposes, privacyUrl: 'https://acme.example.com/privacy' };

/**
 * Warnings that no starter text can do away with: Canada asks for an address that we do not know, and India for a language that the
 * business has to add.
 */
const unavoidable = (language: string) => ['ca-contact', ...(['en', 'hi'].includes(language) ? [] : ['in-languages'])];

describe.each(languages)('the starter text in %s', (language) => {
  const text = starterText(language, about);

  test.each(['strict', 'meta-minimum'] as const)('passes %s without any finding', (profile) => {
    expect(lint({ kind: 'notice', texts: [text], purposes }, { profile })).toEqual([]);
  });

  test('with eight purposes it can still be published: that all of them at once are many words is a warning', () => {
    const eight = Array.from({ length: 8 }, (_, index) => ({
      purposeId: `events-${index}`,
      name: `Events in city ${index}`,
      category: 'marketing' as const,
    }));
    const findings = lint(
      { kind: 'notice', texts: [starterText(language, { ...about, purposes: eight })], purposes: eight },
      { profile: 'strict' },
    );
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('agreement-length');
  });

  test.each(localLaws)('passes %s but for what only the business can add', (law) => {
    const findings = lint({ kind: 'notice', texts: [text], purposes }, { profile: 'strict', laws: [law] });
    expect(findings.filter(({ rule }) => !unavoidable(language).includes(rule))).toEqual([]);
    expect(findings.map(({ severity }) => severity)).not.toContain('error');
  });

  test('the agreement, sent as a message, is no keyword, whichever purposes are ticked', () => {
    const ids = purposes.map(({ purposeId }) => purposeId);
    const choices = [ids, ...ids.map((id) => [id])];
    const sentences = choices.flatMap((ticked) => [
      agreementSentence(text, ticked),
      agreementSentence(text, ticked, '+1 212 555 0199'),
    ]);
    expect(sentences.map(matchKeyword)).toEqual(sentences.map(() => ({ answer: 'none' })));
    expect(sentences.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });

  test('it names STOP and a word of the language, and each is heard', () => {
    const words = promisedWords(text.howToStop ?? '');
    expect(words.map(({ means }) => means)).toEqual(['stop', 'stop']);
    expect(words[0]?.word).toBe('STOP');
  });

  test('how often is said for what is offered and for nothing else', () => {
    const only = starterText(language, { ...about, purposes: [purposes[0]] });
    expect(text.frequency).toContain(only.frequency);
    expect(text.frequency).not.toBe(only.frequency);
    expect(lint({ kind: 'notice', texts: [only], purposes }, { profile: 'strict' })).toEqual([]);
  });
});

test('all ten in one notice', () => {
  const texts = languages.map((language) => starterText(language, about));
  expect(new Set(texts.map(({ heading }) => heading)).size).toBe(10);
  expect(lint({ kind: 'notice', texts, purposes }, { profile: 'strict', laws: ['eu', 'us', 'br', 'in'] })).toEqual([]);
});

describe('given an app with two marketing purposes, then the own names tell them apart', () => {
  const shoes = { purposeId: 'shoes', name: 'Shoes', category: 'marketing' } as const;
  const called = (...all: { purposeId: string; name: string; category: 'marketing' | 'utility' }[]) =>
    starterText('de-AT', { ...about, purposes: all }).purposes.map(({ text }) => text);

  test('by name', () => {
    expect(called(shoes, { ...shoes, purposeId: 'hats', name: 'Hats' })).toEqual([
      'Angebote und Neuigkeiten (Shoes)',
      'Angebote und Neuigkeiten (Hats)',
    ]);
  });

  test('by id where the names are the same', () => {
    expect(called(shoes, { ...shoes, purposeId: 'hats', name: 'shoes!' })).toEqual([
      'Angebote und Neuigkeiten (shoes)',
      'Angebote und Neuigkeiten (hats)',
    ]);
  });

  test('one of each category needs no name', () => {
    expect(called(shoes, { ...shoes, purposeId: 'orders', category: 'utility' })).toEqual([
      'Angebote und Neuigkeiten',
      'Infos zur Bestellung',
    ]);
  });
});

test('French leans nowhere on the first letter of the name', () => {
  const said = JSON.stringify(starterText('fr', { ...about, businessName: 'Orange' }));
  expect(said).toContain('envoyés par Orange');
  expect(said).not.toMatch(/(de|que|le|d’|qu’|l’) ?Orange/);
});

test('a locale keeps its region; a language that we do not have gets English, and says so', () => {
  expect(starterText('pt-BR', about).locale).toBe('pt-BR');
  expect(starterText('la-VA', about)).toEqual(starterText('en', about));
  expect([hasStarterText('hi-IN'), hasStarterText('la')]).toEqual([true, false]);
});
