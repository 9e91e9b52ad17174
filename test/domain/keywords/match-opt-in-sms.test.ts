import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appOfName, matchOptInSms, normaliseAppName } from '../../../lambdas/domain/keywords/match-opt-in-sms.ts';

test.each([
  ['OPTIN ACME', 'acme'],
  ['optin acme', 'acme'],
  ['Opt in Acme', 'acme'],
  ['OPT-IN Acme', 'acme'],
  ['OPT – IN Acme', 'acme'],
  ['opt_in acme', 'acme'],
  ['  OPTIN   Acme   Foods  ', 'acme foods'],
  ['OPTIN Acme Foods.', 'acme foods'],
  ['"OPTIN Acme"', 'acme'],
  ['OPTIN: Acme!', 'acme'],
  ['OPTIN <Acme>', 'acme'],
  ['OPTIN\nAcme', 'acme'],
  ['OPTIN\u00a0Acme\u00a0Foods', 'acme foods'],
  ['ＯＰＴＩＮ　Ａｃｍｅ', 'acme'],
  ['OPT\u200bIN Acme', 'acme'],
  ['OPTIN Café Ö', 'café ö'],
  ['OPTIN 7-Eleven', '7-eleven'],
  ['OPTIN İstanbul', 'istanbul'],
  ['OPTIN', ''],
  ['optin.', ''],
  ['OPT IN', ''],
  ['OPTIN 🍕', ''],
])('%j opts in to %j', (text, appName) => {
  expect(matchOptInSms(text)).toEqual({ appName });
});

test.each([
  '',
  'OPTINACME',
  'OPT INTO Acme',
  'option Acme',
  'opt Acme',
  'OPTOUT',
  'OPT OUT Acme',
  'STOP',
  'please OPTIN Acme',
  'I want to opt in',
])('%j is no opt-in', (text) => {
  expect(matchOptInSms(text)).toBeUndefined();
});

test.each([
  ['Acme Foods', 'ACME  FOODS'],
  ['Yahoo!', 'yahoo'],
  [' Acme\tFoods ', 'acme foods'],
  ['Café', 'CAFE\u0301'],
  ['Ａcme', 'acme'],
])('the names %j and %j are one', (a, b) => {
  expect(normaliseAppName(a)).toBe(normaliseAppName(b));
});

test('names that differ in more than form stay apart', () => {
  expect(normaliseAppName('Café')).not.toBe(normaliseAppName('Cafe'));
  expect(normaliseAppName('Acme Foods')).not.toBe(normaliseAppName('AcmeFoods'));
});

test('what is sent for a name compares equal to it, and comparing twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      const comparable = normaliseAppName(name);
      expect(normaliseAppName(comparable)).toBe(comparable);
      expect(matchOptInSms(`OPTIN ${name}`)).toEqual({ appName: comparable });
    }),
    { numRuns: 2_000 },
  );
});

describe('the app that is meant', () => {
  const named = (...names: (string | undefined)[]) =>
    names.map((smsName) => (smsName === undefined ? {} : { smsName }));
  const meant = (text: string, ...names: (string | undefined)[]) =>
    appOfName(named(...names), matchOptInSms(text)?.appName ?? '')?.smsName;

  test.each([
    ['optin acme cafe', 'Acme Café'],
    ['OPTIN ACME CAFÉ', 'Acme Cafe'],
    ['optin acme cafe.', 'ACME-CAFÉ'],
    ['optin ola', 'Olá!'],
    ['optin strasse', 'Straße'],
    ['optin istanbul', 'İstanbul'],
    ['optin mcdonalds', 'McDonald’s'],
  ])('%s means %s, the only app on the number', (text, name) => {
    expect(meant(text, name)).toBe(name);
    expect(meant(text, undefined, name, 'Beta')).toBe(name);
  });

  test('an exact name wins over one that is only alike', () => {
    expect(meant('optin cafe', 'Café', 'Cafe')).toBe('Cafe');
    expect(meant('optin café', 'Cafe', 'Café')).toBe('Café');
  });

  test.each([
    ['two that are alike', 'optin cafe', ['Café', 'Càfé']],
    ['another name', 'optin acme', ['Acme Café']],
    ['a name written together', 'optin acmecafe', ['Acme Café']],
    ['no name', 'optin', ['Acme']],
    ['an app without a name', 'optin acme', [undefined]],
    ['signs alone', 'optin !!!', ['!!!']],
  ])('%s: nobody is opted in', (_, text, names) => {
    expect(meant(text, ...names)).toBeUndefined();
  });
});
