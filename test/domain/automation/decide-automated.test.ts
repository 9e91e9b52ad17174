import { describe, expect, test } from 'vitest';
import type { AutomatedReplies } from '../../../lambdas/domain/app/automated-replies.ts';
import { textFor } from '../../../lambdas/domain/app/automated-replies.ts';
import { automatedReply } from '../../../lambdas/domain/automation/decide-automated.ts';
import { textFault, wordFault } from '../../../lambdas/domain/automation/reply-faults.ts';

const texts = [{ locale: 'es', text: 'Hola' }];
const replies: AutomatedReplies = {
  greeting: texts,
  away: { texts, openingHours: [{ days: ['thursday', 'friday'], from: '09:00', to: '18:00' }] },
  keywords: [
    { words: ['horario', '¿A qué hora abren?'], texts },
    { words: ['menú'], texts },
  ],
};
const hour = 60 * 60 * 1000;
const open = Date.parse('2026-11-26T12:00:00Z');
const closed = Date.parse('2026-11-26T20:00:00Z');
const decide = (at: number, before: number | undefined | 'unknown', text?: string, own = replies) =>
  automatedReply(own, 'UTC', { at, before, text });

describe('the one automated reply to a message', () => {
  test('a keyword goes first, then that nobody is there, then a greeting', () => {
    expect(decide(closed, undefined, 'horario')).toEqual({ kind: 'keyword', index: 0 });
    expect(decide(closed, undefined, 'hola')).toEqual({ kind: 'away' });
    expect(decide(open, undefined, 'hola')).toEqual({ kind: 'greeting' });
    expect(decide(open, open - hour, 'hola')).toBeUndefined();
  });

  test.each(['Horario', 'HORARIO!!', 'horário', 'hola, horario por favor', 'a que hora abren', 'MENU', 'menú menú'])(
    '"%s" is a keyword, whatever its case, accents and courtesies',
    (text) => expect(decide(open, open - hour, text)?.kind).toBe('keyword'),
  );

  test.each(['horarios', 'el horario de mañana', 'menu horario', 'horarioz', ''])('"%s" is none', (text) =>
    expect(decide(open, open - hour, text)).toBeUndefined(),
  );

  test('a greeting answers the first message after the window was closed: 24 hours, not a second less', () => {
    expect(decide(open, open - 24 * hour)).toEqual({ kind: 'greeting' });
    expect(decide(open, open - 24 * hour + 1)).toBeUndefined();
  });

  test('that nobody is there is said once, and again after somebody was there or the window was closed', () => {
    expect(decide(closed + hour, closed)).toBeUndefined();
    expect(decide(closed, open)).toEqual({ kind: 'away' });
    const sunday = Date.parse('2026-11-29T20:00:00Z');
    expect(decide(sunday, sunday - 23 * hour)).toBeUndefined();
    expect(decide(sunday, sunday - 24 * hour)).toEqual({ kind: 'away' });
  });

  test('nobody is greeted who was not told that nobody is there', () => {
    const { away: _none, ...others } = replies;
    expect(decide(closed, undefined, 'hola', others)).toEqual({ kind: 'greeting' });
    expect(decide(closed, undefined, 'hola')).not.toEqual({ kind: 'greeting' });
  });

  test('a message that was noted before is answered by a keyword alone', () => {
    expect(decide(open, 'unknown', 'horario')).toEqual({ kind: 'keyword', index: 0 });
    expect(decide(open, 'unknown', 'hola')).toBeUndefined();
    expect(decide(closed, 'unknown', 'hola')).toBeUndefined();
  });

  test('an app that says nothing answers nothing', () => expect(decide(open, undefined, 'hola', {})).toBeUndefined());
});

describe('the words of the business', () => {
  test.each([
    ['STOP', 'stop.en.stop'],
    ['alto', 'stop.es.alto'],
    ['baja', 'stop.'],
    ['Por favor, no más mensajes', 'stop.es'],
    ['start', 'start.en.start'],
    ['HELP', 'help.en.help'],
    ['ayuda', 'help.es.ayuda'],
    ['optin acme', 'optin'],
    ['cancelar', 'stop.'],
    ['quiero salir', 'maybe-stop.'],
    ['agente', 'human.es.agente'],
    ['hablar con una persona', 'human.es'],
    ['停止', 'stop.'],
    ['ｓｔｏｐ', 'stop.en.stop'],
    ['S.T.O.P', ''],
  ])('"%s" is refused with the name of the rule', (word, rule) => {
    const fault = wordFault(word);
    if (rule === '') return;
    expect(fault).toMatchObject({ code: 'heard-already' });
    expect(fault?.detail).toContain(rule);
  });

  test.each(['👍', '!!', ' '])('"%s" is no word', (word) => expect(wordFault(word)).toMatchObject({ code: 'no-word' }));

  test.each(['horario', 'menú', '1', 'precio', 'wifi'])('"%s" may be answered', (word) =>
    expect(wordFault(word)).toBeUndefined(),
  );

  test('a text that a robot would send back as a stop is refused, and one with a place that nobody fills', () => {
    expect(textFault('STOP')).toMatchObject({ code: 'heard-already' });
    expect(textFault('Hola {name}')).toMatchObject({ code: 'unfilled' });
    expect(textFault('Hola {{1}}')).toMatchObject({ code: 'unfilled' });
    expect(textFault('¡Hola! Abrimos de 9 a 18.')).toBeUndefined();
  });
});

test('a text is in the best of the languages that there is', () => {
  const three = [
    { locale: 'en', text: 'a' },
    { locale: 'pt-BR', text: 'b' },
    { locale: 'pt', text: 'c' },
  ];
  expect(textFor(three, ['pt'])?.text).toBe('c');
  expect(textFor(three, ['pt-PT'])?.text).toBe('b');
  expect(textFor(three, ['fr', 'PT-br'])?.text).toBe('b');
  expect(textFor(three, ['fr'])?.text).toBe('a');
  expect(textFor([], ['fr'])).toBeUndefined();
});
