import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { helpWords } from '../../../lambdas/domain/keywords/help-words.ts';
import { matchKeyword, matchStopPayload } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { ruleId, wordsOf } from '../../../lambdas/domain/keywords/rule-id.ts';
import { startWords } from '../../../lambdas/domain/keywords/start-words.ts';
import { stopPhrases } from '../../../lambdas/domain/keywords/stop-phrases.ts';
import { stopWords } from '../../../lambdas/domain/keywords/stop-words.ts';

describe('the tables', () => {
  const clearStops = stopWords.flatMap(({ language, explicit = '', stop = '', everyday = '' }) =>
    wordsOf([explicit, stop, everyday].join()).map((word) => [word, ruleId('stop', language, word)] as const),
  );
  const unclearStops = stopWords.flatMap(({ language, maybe = '' }) =>
    wordsOf(maybe).map((word) => [word, ruleId('maybe-stop', language, word)] as const),
  );

  test.each(clearStops)('%s stops by its own rule', (word, rule) => {
    expect(matchKeyword(word)).toEqual({ answer: 'clear', keyword: 'stop', of: 'all', rule });
  });

  test.each(unclearStops)('%s is unclear by its own rule', (word, rule) => {
    expect(matchKeyword(word)).toEqual({ answer: 'ambiguous', keyword: 'stop', rule });
  });

  test.each(
    startWords.flatMap(({ language, words }) => wordsOf(words).map((word) => [word, ruleId('start', language, word)])),
  )('%s starts by its own rule', (word, rule) => {
    expect(matchKeyword(word)).toEqual({ answer: 'clear', keyword: 'start', rule });
  });

  test.each(
    helpWords.flatMap(({ language, words }) => wordsOf(words).map((word) => [word, ruleId('help', language, word)])),
  )('%s asks for help by its own rule', (word, rule) => {
    expect(matchKeyword(word)).toEqual({ answer: 'clear', keyword: 'help', rule });
  });

  test('phrases are written in normalised letters and repeat nothing without bound', () => {
    for (const { phrases } of stopPhrases) {
      for (const [name, phrase] of Object.entries(phrases)) {
        expect(phrase, name).toMatch(/^[a-z0-9 ()|?{},]+$/);
        expect(name).toMatch(/^[a-z-]+$/);
      }
    }
  });
});

describe('long texts', () => {
  test('a stop at the end of 100,000 characters is seen', () => {
    expect(matchKeyword(`${'bla '.repeat(25_000)} unsubscribe me`)).toEqual({
      answer: 'ambiguous',
      keyword: 'stop',
      rule: 'maybe-stop.en.unsubscribe-me',
    });
  });

  test.each([
    ['punctuation', '!'.repeat(100_000)],
    ['punctuation before a letter', `${'. '.repeat(50_000)}a`],
    ['sentences', 'stop a. '.repeat(10_000)],
    ['the beginning of a phrase', 'dont send me any more '.repeat(5_000)],
    ['courtesies', 'please '.repeat(15_000)],
    ['marks', `s${'\u0301'.repeat(100_000)}`],
    ['quotes', `Liked ${'“'.repeat(100_000)}`],
    ['blanks', ' '.repeat(100_000)],
  ])('%s without end is answered', (_, text) => {
    expect(matchKeyword(text)).toHaveProperty('answer');
  });
});

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(fc.constantFrom('stop', 'start', 'help', '“', 'Liked ', '>', '\n', ' ', 'dont ', '\ud800', 'İ', '停止'), {
        maxLength: 12,
      })
      .map((parts) => parts.join('')),
  );

  test('is answered', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['clear', 'ambiguous', 'none']).toContain(matchKeyword(text).answer);
        const payload = matchStopPayload(text);
        expect(payload === undefined || payload.startsWith('stop.')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('with STOP as its own line of other letters is never lost', () => {
    const neutral = fc.array(fc.constantFrom('order', 'blue', 'gracias', 'mañana', 'size', '42', 'да', '好'), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(neutral, neutral, (before, after) => {
        expect(matchKeyword(`${before.join(' ')}\nSTOP\n${after.join(' ')}`)).toMatchObject({ keyword: 'stop' });
      }),
    );
  });

  test('with other words beside START never starts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('start', 'UNSTOP', 'alta', 'старт'),
        fc.constantFrom('please', 'my', 'x', 'no', 'stop'),
        (word, other) => {
          expect(matchKeyword(`${other} ${word}`)).not.toMatchObject({ keyword: 'start' });
          expect(matchKeyword(`${word} ${other}`)).not.toMatchObject({ keyword: 'start' });
        },
      ),
    );
  });
});

describe('payloads of quick replies that we did not issue', () => {
  test.each([
    ['Stop promotions', 'stop.en.stop-messages'],
    ['STOP_PROMOTIONS', 'stop.en.stop-messages'],
    ['Stop', 'stop.en.stop'],
    ['Unsubscribe', 'stop.en.unsubscribe'],
    ['OPT_OUT', 'stop.en.opt-out'],
    ['Detener promociones', 'stop.es.detener-mensajes'],
    ['Darme de baja', 'stop.es.darme-de-baja'],
    ['Parar promoções', 'stop.pt.parar-mensagens'],
    ['Arrêter les promotions', 'stop.fr.arreter-messages'],
    ['Werbung stoppen', 'stop.de.nachrichten-stoppen'],
    ['Interrompi promozioni', 'stop.it.basta-messaggi'],
    ['Отписаться', 'stop.ru.отписаться'],
    ['退订', 'stop.zh.退订'],
  ])('%s stops', (text, rule) => {
    expect(matchStopPayload(text)).toBe(rule);
  });

  test.each([
    'Cancel',
    'Cancelar',
    'Baja',
    'Alto',
    'End',
    'Remove',
    'SIM',
    'Yes',
    'START',
    'Help',
    'DID_NOT_REQUEST_CODE',
    "Don't stop",
    'Bus stop',
    'stop_3_madrid',
    '',
  ])('%s does not', (text) => {
    expect(matchStopPayload(text)).toBeUndefined();
  });
});
