import { describe, expect, test } from 'vitest';
import { languages } from '../../../lambdas/domain/languages/language.ts';
import { starterText } from '../../../lambdas/domain/notice/starter/starter-text.ts';
import { optInAnswerPayload, parseOptInAnswer } from '../../../lambdas/domain/replies/button-payloads.ts';
import { optInQuestion } from '../../../lambdas/domain/replies/opt-in-question.ts';
import { testCode, testText, testToken } from '../../support/pages/collection.ts';

const code = testCode(1);

describe('the question about a choice', () => {
  test('says the whole sentence of the notice, how to stop, and has a button for each answer', () => {
    expect(optInQuestion(testText(), ['offers'], code)).toEqual({
      text: [
        'Do you agree to this?',
        'I agree to receive offers and discounts from Acme on WhatsApp at this number.',
        'Reply STOP at any time to stop all messages.',
      ].join('\n\n'),
      buttons: [
        { id: `optledger:yes:${code}`, title: 'Yes, I agree' },
        { id: `optledger:no:${code}`, title: 'No' },
      ],
    });
  });

  test('says how to stop where the notice does not', () => {
    const { howToStop: _unsaid, ...text } = testText();
    expect(optInQuestion(text, ['offers'], code)?.text).toContain('Send STOP');
  });

  test.each(languages)('in %s fits into a message: body 1,024, titles 1 to 20 characters', (locale) => {
    const purposes = (['marketing', 'utility', 'authentication'] as const).map((category) => ({
      purposeId: category,
      name: category,
      category,
    }));
    const about = { businessName: 'Acme', purposes, privacyUrl: 'https://acme.example/privacy' };
    const question = optInQuestion(starterText(locale, about), ['marketing', 'utility', 'authentication'], code);
    expect(question).toBeDefined();
    for (const { title } of question?.buttons ?? []) {
      expect([...title].length).toBeGreaterThan(0);
      expect(title.length).toBeLessThanOrEqual(20);
    }
    expect(question?.text.length).toBeLessThanOrEqual(1024);
    if (locale !== 'en') expect(question?.text).not.toMatch(/Do you agree/);
  });

  test('is not asked where it would have to be cut', () => {
    expect(optInQuestion(testText({ howToStop: 'x'.repeat(1024) }), ['offers'], code)).toBeUndefined();
  });
});

describe('the payload of an answer', () => {
  test.each(['yes', 'no'] as const)('%s is read back', (answer) => {
    expect(parseOptInAnswer(optInAnswerPayload(answer, code))).toEqual({ answer, code });
  });

  test.each([
    '',
    'yes',
    'optledger:yes:',
    'optledger:stop-all',
    `optledger:perhaps:${code}`,
    `optledger:yes:${code.slice(0, -1)}b2`,
    `OPTLEDGER:YES:${code}`,
    ` optledger:yes:${code}`,
    `optledger:yes:${testToken(1)}`,
    `optledger:yes:${code.slice(0, -2)}${code.at(-1)}${code.at(-2)}`,
  ])('is nothing else: %s', (payload) => {
    expect(parseOptInAnswer(payload)).toBeUndefined();
  });
});
