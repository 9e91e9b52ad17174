import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchKeyword, matchStopPayload } from '../../../lambdas/domain/keywords/match-keyword.ts';
import { foldPattern } from '../../../lambdas/domain/keywords/pattern.ts';
import { rulesByWord } from '../../../lambdas/domain/keywords/rule-id.ts';
import { allKeywords } from '../../../lambdas/domain/languages/all-keywords.ts';

describe('the tables', () => {
  const rows = (kind: 'stop' | 'maybe-stop' | 'start' | 'help', ...columns: Parameters<typeof rulesByWord>[1][]) =>
    columns.flatMap((column) => [...rulesByWord(kind, column)].map(([word, { rule }]) => [word, rule] as const));

  test.each(rows('stop', 'explicit', 'stop', 'everyday'))('%s stops by its own rule', (word, rule) => {
    expect(matchKeyword(word)).toMatchObject({ answer: 'clear', keyword: 'stop', rule });
  });

  test.each(rows('maybe-stop', 'maybe'))('%s is unclear by its own rule', (word, rule) => {
    expect(matchKeyword(word)).toEqual({ answer: 'ambiguous', keyword: 'stop', rule });
  });

  test.each(rows('start', 'start'))('%s starts by its own rule', (word, rule) => {
    expect(matchKeyword(word)).toEqual({ answer: 'clear', keyword: 'start', rule });
  });

  test.each(rows('help', 'help'))('%s asks for help by its own rule', (word, rule) => {
    expect(matchKeyword(word)).toEqual({ answer: 'clear', keyword: 'help', rule });
  });

  test('patterns are written in letters and repeat nothing without bound', () => {
    for (const words of allKeywords) {
      const { things = '', offers = '', prefers = '', harmless = [], phrases = {}, maybePhrases = {} } = words;
      for (const pattern of [
        things,
        offers,
        prefers,
        ...harmless,
        ...Object.values(phrases),
        ...Object.values(maybePhrases),
      ]) {
        expect(foldPattern(pattern), pattern).toMatch(/^[\p{L}\p{M}\p{N} ()|?{},:!<、]*$/u);
      }
      for (const name of Object.keys({ ...phrases, ...maybePhrases })) expect(name).toMatch(/^[a-z-]+$/);
    }
  });

  test('no pattern is found in nothing', () => {
    for (const { phrases = {}, maybePhrases = {} } of allKeywords) {
      for (const [name, pattern] of Object.entries({ ...phrases, ...maybePhrases })) {
        expect(new RegExp(`^(?:${foldPattern(pattern)})$`).test(''), name).toBe(false);
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
        expect(payload === undefined || payload.rule.startsWith('stop.')).toBe(true);
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
    ['Stop', 'stop.en.stop'],
    ['Unsubscribe', 'stop.en.unsubscribe'],
    ['OPT_OUT', 'stop.en.opt-out'],
    ['Darme de baja', 'stop.es.darme-de-baja'],
    ['Отписаться', 'stop.ru.отписаться'],
    ['退订', 'stop.zh.退订'],
  ])('%s stops everything', (text, rule) => {
    expect(matchStopPayload(text)).toEqual({ rule, of: 'all' });
  });

  test.each([
    ['Stop promotions', 'stop.en.stop-messages'],
    ['STOP_PROMOTIONS', 'stop.en.stop-messages'],
    ['Detener promociones', 'stop.es.detener-mensajes'],
    ['Parar promoções', 'stop.pt.parar-mensagens'],
    ['Arrêter les promotions', 'stop.fr.arreter-les-promotions'],
    ['Arrêter les promos', 'stop.fr.arreter-les-promos'],
    ['Werbung stoppen', 'stop.de.werbung-stoppen'],
    ['Interrompi promozioni', 'stop.it.basta-messaggi'],
    ['Остановить рекламу', 'stop.ru.остановить-рекламу'],
    ['إيقاف العروض', 'stop.ar.ايقاف-العروض'],
    ['Hentikan promosi', 'stop.id.hentikan-promosi'],
    ['Promosyonları durdur', 'stop.tr.promosyonlari-durdur'],
    ['प्रमोशन बंद करें', 'stop.hi.प्रमोशन-बंद-करें'],
  ])('%s stops marketing alone', (text, rule) => {
    expect(matchStopPayload(text)).toEqual({ rule, of: 'marketing' });
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
