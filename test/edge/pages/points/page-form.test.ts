import { describe, expect, it } from 'vitest';
import { readClaimedNotice, readNumbers } from '../../../../lambdas/edge/pages/points/page-form.ts';
import { pageTexts } from '../../../../lambdas/edge/pages/texts/page-texts.ts';

const everywhere = () => undefined;
const form = (fields: Record<string, string>) => new URLSearchParams(fields);

describe('the numbers of a form', () => {
  it('are kept as typed, with the country that a national number was typed in', () => {
    const fields = form({ country: 'MX', number1: ' 55 7200 0001', number2: '+49 171 1234567' });
    const { numbers, entries } = readNumbers(fields, pageTexts('en'), everywhere);
    expect(numbers).toEqual([
      { digits: '525572000001', typed: '55 7200 0001 (MX)' },
      { digits: '491711234567', typed: '+49 171 1234567' },
    ]);
    expect(entries.faults).toEqual({});
  });

  it('are three at most, of forty characters at most', () => {
    const fields = form({ country: 'MX', number1: 'x'.repeat(99), number4: '+49 171 1234567' });
    const { numbers, entries } = readNumbers(fields, pageTexts('en'), everywhere);
    expect(numbers).toEqual([]);
    expect(entries.typed).toEqual(['x'.repeat(40), '', '']);
  });
});

describe('a number that was cut', () => {
  it('is none, because another may have followed', () => {
    const typed = `+49 171 1234567${' '.repeat(40)}+49 171 7654321`;
    const { numbers, entries } = readNumbers(form({ country: 'MX', number1: typed }), pageTexts('en'), everywhere);
    expect([numbers, Object.keys(entries.faults)]).toEqual([[], ['number1']]);
  });
});

describe('what a form says was shown', () => {
  const whole = { version: '12', locale: 'en', hash: 'abc' };
  it('is version, locale and hash', () => {
    expect(readClaimedNotice(form(whole))).toEqual({ version: 12, locale: 'en', hash: 'abc' });
  });

  it.each([
    { version: '0' },
    { version: '01' },
    { version: '1.0' },
    { version: '-1' },
    { version: '1234567' },
    { version: ' 1' },
  ])('is nothing with %o', (change) => {
    expect(readClaimedNotice(form({ ...whole, ...change }))).toBeUndefined();
  });
});
