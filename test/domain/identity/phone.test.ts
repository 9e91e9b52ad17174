import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlierKey, formatE164, parsePhone, parseWaId, sameLine } from '../../../lambdas/domain/identity/phone.ts';

describe('how people write a number', () => {
  test.each([
    ['+525512345678', '525512345678'],
    ['+52 1 55 1234 5678', '525512345678'],
    ['00 52 55 1234 5678', '525512345678'],
    ['0052-55-1234-5678', '525512345678'],
    ['+1 (415) 555-0132', '14155550132'],
    ['(+1) 415.555.0132', '14155550132'],
    ['+1/415/555/0132', '14155550132'],
    ['tel:+1-201-555-0123', '12015550123'],
    ['TEL:+12015550123', '12015550123'],
    ['  +49 30 123456  ', '4930123456'],
    ['+49\u00a030\u2009123456', '4930123456'],
    ['+49\u201330\u2014123\u2212456', '4930123456'],
    ['\u202a+49 30 123456\u202c', '4930123456'],
    ['＋４９ ３０ １２３４５６', '4930123456'],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '966501234567'],
    ['+۹۸ ۹۱۲ ۳۴۵ ۶۷۸۹', '989123456789'],
    ['+९१ ९८७६५ ४३२१०', '919876543210'],
    ['+44 (0)20 7946 0958', '442079460958'],
    ['0044 (0) 20 7946 0958', '442079460958'],
    ['+39 (0)6 1234567', '39061234567'],
    ['+39 06 1234567', '39061234567'],
    ['+290 1234', '2901234'],
    ['+383 44 123 456', '38344123456'],
    ['+1 555 179 7781', '15551797781'],
    ['+882 16 1234 5678', '8821612345678'],
    ['+123456789012345', '123456789012345'],
  ])('%s is %s', (input, digits) => {
    expect(parsePhone(input)).toMatchObject({ digits });
  });

  test.each([
    ['5512345678', 'no-country-code'],
    ['52 55 1234 5678', 'no-country-code'],
    ['08789489697', 'no-country-code'],
    ['011 52 55 1234 5678', 'no-country-code'],
    ['-525512345678', 'no-country-code'],
    ['', 'not-a-number'],
    ['   ', 'not-a-number'],
    ['+', 'not-a-number'],
    ['hello', 'not-a-number'],
    ['+1 800 FLOWERS', 'not-a-number'],
    ['+1 415 555 0132 ext 4', 'not-a-number'],
    ['+1 415 555 0132x4', 'not-a-number'],
    ['+1 415 555 0132 #4', 'not-a-number'],
    ['tel:+12015550123;ext=5', 'not-a-number'],
    ['++525512345678', 'not-a-number'],
    ['+52 55 1234 5678 / +52 55 8765 4321', 'not-a-number'],
    ['+52+5512345678', 'not-a-number'],
    ['5.2155E+12', 'not-a-number'],
    ['US.13491208655302741918', 'not-a-number'],
    ['+525512345678,', 'not-a-number'],
    ['+1 415', 'too-short'],
    ['00', 'no-country-code'],
    ['+1234567890123456', 'too-long'],
    ['+999 1234 5678', 'unknown-country-code'],
    ['+210 1234 5678', 'unknown-country-code'],
    ['+0525512345678', 'unknown-country-code'],
    ['0000525512345678', 'unknown-country-code'],
  ])('%s is refused: %s', (input, fault) => {
    expect(parsePhone(input)).toEqual({ fault });
  });
});

describe('WhatsApp ids', () => {
  test.each([
    ['a Mexican mobile with the abolished 1', '5215512345678', '525512345678', []],
    ['a Mexican number of today', '525512345678', '525512345678', []],
    ['a Mexican number whose area begins with 1 is none of the old form', '521551234567', '521551234567', []],
    ['a Brazilian mobile without its 9', '553188886666', '5531988886666', []],
    ['a Brazilian mobile that stock libraries call invalid', '551187654321', '5511987654321', []],
    ['a Brazilian mobile that begins with 6', '558161234567', '5581961234567', []],
    ['a Brazilian mobile of today', '5531988886666', '5531988886666', []],
    ['a Brazilian landline that begins with 2', '551121234567', '551121234567', []],
    ['a Brazilian landline that begins with 5', '551155554444', '551155554444', []],
    ['an Argentine mobile', '5491156121008', '5491156121008', ['541156121008']],
    ['an Argentine number without 9: perhaps a landline', '541156121008', '541156121008', ['5491156121008']],
    ['an Argentine mobile with 15, area of two digits', '54111556121008', '5491156121008', ['541156121008']],
    ['an Argentine mobile with 15, area of three digits', '54351151234567', '5493511234567', ['543511234567']],
    ['an Argentine mobile with 15, area of four digits', '54296615123456', '5492966123456', ['542966123456']],
    ['an Argentine mobile with 9 and 15', '549111556121008', '5491156121008', ['541156121008']],
    ['an old Ivorian Orange number', '22507123456', '22507123456', ['2250707123456']],
    ['an old Ivorian MTN number', '22545123456', '22545123456', ['2250545123456']],
    ['an old Ivorian Moov number', '22501123456', '22501123456', ['2250101123456']],
    ['an Ivorian number that had an old form', '2250707123456', '2250707123456', ['22507123456']],
    ['an Ivorian number that never had one', '2250702123456', '2250702123456', []],
    ['an old Ivorian landline', '22520123456', '22520123456', ['2252120123456', '2252520123456', '2252720123456']],
    ['an Ivorian landline', '2252720123456', '2252720123456', ['22520123456']],
    ['a Beninese number of before', '22990011234', '2290190011234', []],
    ['a Beninese landline of before', '22921301234', '2290121301234', []],
    ['a Beninese number of today', '2290190011234', '2290190011234', []],
    ['eight digits of Benin that were never a number', '22901900112', '22901900112', []],
    ['a test number of Meta', '15551797781', '15551797781', []],
    ['an ordinary number', '16505551234', '16505551234', []],
    ['an id of no known country is a person all the same', '99912345678', '99912345678', []],
  ])('%s', (_, waId, digits, doubtful) => {
    expect(parseWaId(waId)).toEqual({ digits, doubtful });
  });

  test.each([
    '',
    '+525512345678',
    'US.13491208655302741918',
    '52 55 1234 5678',
    '٥٢٥٥١٢٣٤٥٦٧٨',
    '0525512345678',
    '123456',
    '1234567890123456',
    '525512345678\n',
  ])('%j is none', (waId) => {
    expect(parseWaId(waId)).toBeUndefined();
  });
});

describe('one line', () => {
  test.each([
    ['5215512345678', '525512345678', true],
    ['+5215512345678', '525512345678', true],
    ['553188886666', '5531988886666', true],
    ['54111556121008', '5491156121008', true],
    ['22990011234', '2290190011234', true],
    ['+229 01 90 01 12 34', '22990011234', false],
    ['541156121008', '5491156121008', false],
    ['22507123456', '2250707123456', false],
    ['551133334444', '5511933334444', false],
    ['525512345678', '525512345679', false],
    ['', '', false],
    ['x', 'x', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameLine(a, b)).toBe(same);
    expect(sameLine(b, a)).toBe(same);
  });
});

describe('the key that a line had before', () => {
  test.each([
    ['2290190011234', '22990011234'],
    ['22990011234', undefined],
    ['2290101234567', undefined],
    ['2290290011234', undefined],
    ['525512345678', undefined],
    ['5491156121008', undefined],
  ])('%s: %s', (digits, before) => {
    expect(earlierKey(digits)).toBe(before);
  });
});

describe('any number', () => {
  const countries = fc.constantFrom(
    '1',
    '229',
    '22901',
    '52',
    '521',
    '54',
    '549',
    '5411',
    '5435115',
    '55',
    '5511',
    '225',
    '22507',
    '2250707',
    '49',
    '966',
  );
  const waIds = fc
    .tuple(countries, fc.stringMatching(/^\d{6,11}$/))
    .map((parts) => parts.join(''))
    .filter((digits) => digits.length <= 15);

  test('is canonical at once: parsing what was written out changes nothing', () => {
    fc.assert(
      fc.property(waIds, (waId) => {
        const parsed = parseWaId(waId);
        expect(parsed).toBeDefined();
        expect(parseWaId(parsed?.digits ?? '')).toEqual(parsed);
        expect(parsePhone(formatE164(parsed?.digits ?? ''))).toEqual(parsed);
      }),
      { numRuns: 5_000 },
    );
  });

  test('has doubtful forms that are canonical, are others, and point back', () => {
    fc.assert(
      fc.property(waIds, (waId) => {
        const parsed = parseWaId(waId);
        for (const other of parsed?.doubtful ?? []) {
          expect(other).not.toBe(parsed?.digits);
          expect(parseWaId(other)?.digits).toBe(other);
          expect(parseWaId(other)?.doubtful).toContain(parsed?.digits);
          expect(sameLine(other, waId)).toBe(false);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('reads the same by any separators', () => {
    fc.assert(
      fc.property(
        waIds,
        fc.array(fc.constantFrom('', ' ', '-', '.', '/', '\u00a0'), { minLength: 15, maxLength: 15 }),
        (waId, gaps) => {
          const written = `+${Array.from(waId, (digit, index) => digit + (gaps[index] ?? '')).join('')}`;
          expect(parsePhone(written)).toEqual(parsePhone(`+${waId}`));
        },
      ),
    );
  });

  test('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
          fc.stringMatching(/^\+?[\d ()./+-]{0,24}$/),
        ),
        (input) => {
          const parsed = parsePhone(input);
          if ('digits' in parsed) expect(parsed.digits).toMatch(/^[1-9]\d{6,15}$/);
          else expect(parsed.fault).not.toBe('');
          parseWaId(input);
          sameLine(input, '525512345678');
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
