import { describe, expect, test } from 'vitest';
import { chatLink } from '../../../lambdas/domain/collection/chat-link.ts';
import { greetingWords } from '../../../lambdas/domain/collection/greeting.ts';
import { wordsOfTheirOwn } from '../../../lambdas/domain/collection/own-words.ts';
import { findReference, formatReference } from '../../../lambdas/domain/collection/reference.ts';
import { NotFoundError } from '../../../lambdas/domain/errors.ts';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { acme } from '../../support/ledger/ledger-bench.ts';
import { testPoint, testToken } from '../../support/pages/collection.ts';

const said = (url: string) => new URL(url).searchParams.get('text') ?? '';

describe('the link into the chat of a point', () => {
  test('greets in the language of the visitor and carries the token', () => {
    const url = chatLink(acme, testPoint(1), 'es-MX');
    expect(url).toMatch(/^https:\/\/wa\.me\/15550783881\?text=/);
    expect(said(url)).toBe(`Hola, Acme: me gustaría saber más. (${formatReference(testToken(1))})`);
    expect(findReference(said(url))).toEqual({ kind: 'point', code: testToken(1) });
  });

  test('says what the point wants said', () => {
    const url = chatLink(acme, testPoint(1, { greeting: 'Is my size in stock & <new>?' }), 'es');
    expect(said(url)).toMatch(/^Is my size in stock & <new>\? \(/);
  });

  test('greets in English where the language is unknown', () => {
    expect(said(chatLink(acme, testPoint(1), 'pl'))).toMatch(/^Hello Acme, /);
  });

  test('opens nothing for an app without a WhatsApp number', () => {
    const { whatsapp: _none, ...app } = acme;
    expect(() => chatLink(app, testPoint(1), 'en')).toThrow(NotFoundError);
  });
});

describe.each(languages)('the greeting in %s', (language) => {
  test.each(['Acme', 'Stop & Shop', 'STOP', 'Unsubscribe GmbH', 'No Alto $& Baja', 'Start', '停止'])(
    'is no keyword when it comes back unedited, whatever the business is called: %s',
    (businessName) => {
      const greeting = greetingWords(language, businessName);
      const typed = `${greeting} (${formatReference(testToken(1))})`;
      expect(greeting).toContain(businessName);
      expect(matchKeyword(wordsOfTheirOwn(typed, [greeting]))).toEqual({ answer: 'none' });
    },
  );
});
