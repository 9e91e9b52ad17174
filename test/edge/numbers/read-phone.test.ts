import fc from 'fast-check';
import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it, test } from 'vitest';
import { phoneFaults } from '../../../lambdas/edge/numbers/phone-faults.ts';
import { isInternational, readPhone } from '../../../lambdas/edge/numbers/read-phone.ts';

const read = (written: string, country?: Parameters<typeof readPhone>[1]) => {
  const phone = readPhone(written, country);
  return 'fault' in phone ? phone.fault : phone.digits;
};

describe('a number as people write it', () => {
  it.each([
    ['+525512345678', '525512345678'],
    ['+52 1 55 1234 5678', '525512345678'],
    ['00 52 55 1234 5678', '525512345678'],
    ['(+1) 415.555.0132', '14155550132'],
    ['+1/415/555/0132', '14155550132'],
    ['+49 171/1234567', '491711234567'],
    ['+33.6.12.34.56.78', '33612345678'],
    ['+33 6–12–34–56–78', '33612345678'],
    ['TEL:+12015550123', '12015550123'],
    ['\u202a+49\u00a030\u2009123456\u202c', '4930123456'],
    ['＋４９ ３０ １２３４５６', '4930123456'],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', '966501234567'],
    ['+882 16 1234 5678', '8821612345678'],
    ['+383 44 123 456', '38344123456'],
  ])('%s is %s', (written, digits) => {
    expect(read(written)).toBe(digits);
  });
});

describe('what is dialled inside the country only', () => {
  it.each([
    ['+44 07700 900123', '447700900123'],
    ['0044 07700 900123', '447700900123'],
    ['+44 (0)7700 900123', '447700900123'],
    ['+4407700900123', '447700900123'],
    ['+49 0171 2345678', '491712345678'],
    ['+33 06 12 34 56 78', '33612345678'],
    ['+33 (0) 6 39 98 12 34', '33639981234'],
    ['+55 011 96123-4567', '5511961234567'],
    ['+55 (011) 6123-4567', '5511961234567'],
    ['+55 0 15 11 96123-4567', '5511961234567'],
    ['+54 011 15 2345 6789', '5491123456789'],
    ['+36 06 30 123 4567', '36301234567'],
    ['+7 8 912 345 67 89', '79123456789'],
    ['+7 (8) 701 123 45 67', '77011234567'],
    ['+375 8 029 123 45 67', '375291234567'],
    ['+370 8 612 34567', '37061234567'],
    ['+380 050 123 45 67', '380501234567'],
    ['+81 090-1234-5678', '819012345678'],
    ['+82 010-1234-5678', '821012345678'],
    ['+91 098765 43210', '919876543210'],
    ['+62 0812 345 678', '62812345678'],
    ['+61 0412 345 678', '61412345678'],
    ['+20 010 0123 4567', '201001234567'],
    ['+241 074 12 34 56', '24174123456'],
  ])('is taken away where the plan is certain: %s is %s', (written, digits) => {
    expect(read(written)).toBe(digits);
  });

  it.each([
    '+36 0 30 123 4567',
    '+52 01 55 1234 5678',
    '+52 044 55 1234 5678',
    '+56 09 8765 4321',
    '+34 0612 345 678',
    '+852 0 5123 4567',
    '+39 0312 345 6789',
    '+229 0 01 90 01 12 34',
    '+225 0 07 07 12 34 56',
    '+44 0 0 7700 900123',
    '+44 09 99',
  ])('is refused otherwise: %s', (written) => {
    expect(read(written)).toBe('trunk-prefix');
  });

  it.each([
    ['Italy', '+39 06 1234567', '39061234567'],
    ['Italy', '+39 (0)6 1234567', '39061234567'],
    ['San Marino', '+378 0549 886377', '3780549886377'],
    ['the Vatican', '+39 06 698 12345', '390669812345'],
    ["Côte d'Ivoire", '+225 07 07 12 34 56', '2250707123456'],
    ["Côte d'Ivoire, as it was", '+225 07 12 34 56', '22507123456'],
    ['Congo', '+242 06 612 3456', '242066123456'],
    ['Benin', '+229 01 90 01 12 34', '2290190011234'],
    ['Benin, as it was', '+229 90 01 12 34', '2290190011234'],
    ['Gabon', '+241 06 03 12 34', '24106031234'],
    ['Tajikistan', '+992 00 947 8213', '992009478213'],
  ])('stays in %s: %s is %s', (_country, written, digits) => {
    expect(read(written)).toBe(digits);
  });
});

describe('a number that cannot exist', () => {
  it.each([
    ['+1 1 415 555 0160', 'too-long'],
    ['+1 415 555 016', 'too-short'],
    ['+1 115 555 0160', 'impossible-number'],
    ['+1 015 555 0160', 'trunk-prefix'],
    ['+1 415 055 0160', 'impossible-number'],
    ['+1 415 155 0160', 'impossible-number'],
    ['+91 98765 4321', 'impossible-number'],
    ['+91 98765 432101', 'impossible-number'],
    ['+91 91 98765 43210', 'impossible-number'],
    ['+54 15 2345 6789', 'impossible-number'],
    ['+241 6 03 12 34', 'impossible-number'],
    ['+247 033207', 'trunk-prefix'],
    ['+54 9 15 2345 6789', 'impossible-number'],
    ['+44 44 7700 900123', 'too-long'],
    ['+44 7700 90012', 'impossible-number'],
    ['+52 55 1234 567', 'too-short'],
    ['+5255123456780', 'too-long'],
    ['+229 01 90 01 12', 'trunk-prefix'],
    ['+229 90 01 12', 'too-short'],
    ['+123456789012345', 'too-long'],
    ['+999 1234 5678', 'unknown-country-code'],
    ['+0525512345678', 'unknown-country-code'],
    ['+0044 7700 900123', 'unknown-country-code'],
    ['+011 44 7700 900123', 'unknown-country-code'],
    ['525512345678', 'no-country-code'],
    ['08789489697', 'no-country-code'],
    ['00', 'no-country-code'],
    ['+1', 'too-short'],
    ['+', 'not-a-number'],
    ['', 'not-a-number'],
  ])('is refused: %s, %s', (written, fault) => {
    expect(read(written)).toBe(fault);
  });

  it.each([
    ['one of Meta, whose exchange begins with 0 or 1', '+1 555 010 0001', '15550100001'],
    ['one of Meta', '+1 555 179 7781', '15551797781'],
    ['one of a film, in America', '+1 415 555 0132', '14155550132'],
    ['one of a film, in Britain', '+44 7700 900123', '447700900123'],
    ['one of a film, in France', '+33 6 39 98 12 34', '33639981234'],
    ['a Mexican id of old', '+5215512345678', '525512345678'],
    ['a Mexican one of an area that is not given out yet', '+52 155 123 4567', '521551234567'],
    ['a Brazilian id without nine', '+553188886666', '5531988886666'],
    ['an Argentine one without nine', '+541156121008', '541156121008'],
    ['one of a range that is given out later', '+33 0'.replace('0', '8 12 34 56 78'), '33812345678'],
  ])('is not: %s', (_what, written, digits) => {
    expect(read(written)).toBe(digits);
  });
});

describe('a cell that is not one number', () => {
  it.each([
    ['+525512345678.0', 'changed-by-spreadsheet'],
    ['+525512345678.00', 'changed-by-spreadsheet'],
    ['+525512345678,0', 'changed-by-spreadsheet'],
    ['+525512345678.5', 'changed-by-spreadsheet'],
    ['+５２５５１２３４５６７８．０', 'changed-by-spreadsheet'],
    ['5.25512E+11', 'changed-by-spreadsheet'],
    ['+5.25512E+11', 'changed-by-spreadsheet'],
    ['5,25512e11', 'changed-by-spreadsheet'],
    ['+1 415 555 0102/03', 'several-numbers'],
    ['+49 30 123456/03', 'several-numbers'],
    ['+49 30 123456 / 7', 'several-numbers'],
    ['+49 30 123456–59', 'several-numbers'],
    ['+49 30 12345678/12345679', 'several-numbers'],
    ['+49 171 1234567 (2)', 'several-numbers'],
    ['+52 55 1234 5678; +52 55 8765 4321', 'several-numbers'],
    ['+52 55 1234 5678, 55 8765 4321', 'several-numbers'],
    ['+52 55 1234 5678 / +52 55 8765 4321', 'several-numbers'],
    ['+52 55 1234 5678 or 55 8765 4321', 'several-numbers'],
    ['+52 55 1234 5678 o 55 8765 4321', 'several-numbers'],
    ['+298 211234\n5', 'several-numbers'],
    ['+298 211234\t5', 'several-numbers'],
    ['+49 30 123456|7', 'several-numbers'],
    ['+49 30 123456 & 7', 'several-numbers'],
    ['+1 415 555 0132 ext 4', 'extension'],
    ['+1 415 555 0132 ext. 4', 'extension'],
    ['+1 415 555 0132x12', 'extension'],
    ['+1 415 555 0132 (ext 12)', 'extension'],
    ['+1 415 555 0132 #4', 'extension'],
    ['tel:+12015550123;ext=5', 'extension'],
    ['+52 55 1234 5678 extensión 3', 'extension'],
    ['+55 11 5555 4444 ramal 22', 'extension'],
    ['+1 800 FLOWERS', 'not-a-number'],
    ['+49 171 1234567²', 'not-a-number'],
    ['+49 171 123456⑦', 'not-a-number'],
    ['+81 3 1234 5678〜9', 'not-a-number'],
    ["'+525512345678", 'not-a-number'],
    ['=+525512345678', 'not-a-number'],
    ['++525512345678', 'not-a-number'],
    ['US.13491208655302741918', 'not-a-number'],
    ['hello', 'not-a-number'],
  ])('is refused: %j, %s', (written, fault) => {
    expect(read(written)).toBe(fault);
  });

  it('is refused when it is longer than any number', () => {
    expect(read(`+52${' '.repeat(147)}5512345678`)).toBe('525512345678');
    expect(read(`+52${' '.repeat(148)}5512345678`)).toBe('not-a-number');
  });

  it('is refused with a sentence, whatever is wrong', () => {
    for (const sentence of Object.values(phoneFaults)) expect(sentence).toMatch(/^[A-Z].{10,}\.$/);
  });
});

describe('a number as inside a country', () => {
  it.each([
    ['GB', '07700 900123', '447700900123'],
    ['GB', '7700 900123', '447700900123'],
    ['GB', '44 7700 900123', '447700900123'],
    ['US', '1 (415) 555-0132', '14155550132'],
    ['US', '(415) 555-0132', '14155550132'],
    ['US', '011 44 7700 900123', '447700900123'],
    ['RU', '8 912 345-67-89', '79123456789'],
    ['MX', '52 55 7200 0001', '525572000001'],
    ['AR', '011 15 2345-6789', '5491123456789'],
    ['IT', '06 1234567', '39061234567'],
    ['BJ', '90 01 12 34', '2290190011234'],
    ['BJ', '01 90 01 12 34', '2290190011234'],
    ['GB', '+1 415 555 0132', '14155550132'],
  ] as const)('%s: %s is %s', (country, written, digits) => {
    expect(read(written, country)).toBe(digits);
  });

  it.each([
    ['US', '1 1 415 555 0132'],
    ['US', '415 155 0132'],
    ['GB', '07700 90012'],
    ['GB', '07700 900123 x4'],
    ['MX', '5512345678.0'],
  ] as const)('%s: %s is none', (country, written) => {
    expect('fault' in readPhone(written, country)).toBe(true);
  });

  it('brings its own country with a plus or two zeros', () => {
    expect(['+44', ' 0044', '(+44) 7', 'tel:+44', '\u202a+44', '０0'].map(isInternational)).toEqual(
      Array(6).fill(true),
    );
    expect(['44', '0 044', '', '7+'].map(isInternational)).toEqual(Array(4).fill(false));
  });
});

describe('one line of any country', () => {
  const zero = '0'.codePointAt(0) ?? 0;
  const inScript = (first: string) => (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint((first.codePointAt(0) ?? 0) + digit.charCodeAt(0) - zero));
  const mobiles = getCountries().flatMap((country) => {
    const national = getExampleNumber(country, examples)?.nationalNumber;
    return national === undefined ? [] : [{ country, code: getCountryCallingCode(country), national }];
  });
  /** Ways that change no digit: they must be understood. */
  const plain: ReadonlyArray<(code: string, national: string) => string> = [
    (code, national) => `00${code}${national}`,
    (code, national) => `+${code} ${national.replace(/(..)/g, '$1 ').trim()}`,
    (code, national) => `+${code}-${national.slice(0, 3)}-${national.slice(3)}`,
    (code, national) => `(+${code}) ${national}`,
    (code, national) => `tel:+${code}${national}`,
    (code, national) => `+${code}\u00a0${national.slice(0, 2)}\u2009${national.slice(2)}`,
    (code, national) => `\u202a+${code} ${national}\u202c`,
    (code, national) => inScript('０')(`+${code} ${national}`),
    (code, national) => inScript('٠')(`+${code} ${national}`),
    (code, national) => inScript('०')(`00${code} ${national}`),
  ];
  /** Ways that add or lose digits: understood or refused, never somebody else. */
  const doubtful: ReadonlyArray<(code: string, national: string) => string> = [
    ...['0', '(0)', '0 ', '00'].map((trunk) => (code: string, national: string) => `+${code} ${trunk}${national}`),
    (code, national) => `00${code} 0${national}`,
    (code, national) => `+${code}${code}${national}`,
    (code, national) => `+${code} ${code} ${national}`,
    (code, national) => `+0${code}${national}`,
    (code, national) => `+00${code}${national}`,
    (code, national) => `+${code}${national}.0`,
    (code, national) => `+${code} ${national} ext. 12`,
    (code, national) => `+${code} ${national}/${national}`,
    (code, national) => `+${code} ${national}/${national.slice(-2)}`,
  ];
  /** What is dialled instead of a zero, by calling code. Elsewhere the same digits are nobody's prefix, so they are digits. */
  const prefixes: Readonly<Record<string, readonly string[]>> = {
    '1': ['1', '(1)', '01', '011'],
    '7': ['8', '(8)', '08'],
    '36': ['06', '(06)'],
    '52': ['1', '01', '044', '045'],
    '55': ['015', '021', '041'],
    '229': ['01', '(01)'],
    '370': ['8', '(8)'],
    '375': ['8', '80', '8 0'],
    '992': ['8'],
    '993': ['8'],
    '998': ['8'],
  };

  test.each(plain.map((write, way) => [way, write] as const))('is understood in way %i', (_way, write) => {
    for (const { code, national } of mobiles) {
      const digits = read(`+${code}${national}`);
      expect(digits, `+${code}${national}`).toMatch(/^\d+$/);
      expect(read(write(code, national)), write(code, national)).toBe(digits);
    }
  });

  test.each(doubtful.map((write, way) => [way, write] as const))('is itself or refused in way %i', (_way, write) => {
    expect(becomeOthers(mobiles, write)).toEqual([]);
  });

  test.each(Object.entries(prefixes))('+%s is itself or refused with %j before it', (code, before) => {
    const own = mobiles.filter((each) => each.code === code);
    for (const prefix of before)
      expect(becomeOthers(own, (_, national) => `+${code} ${prefix}${national}`)).toEqual([]);
  });

  function becomeOthers(numbers: typeof mobiles, write: (code: string, national: string) => string): string[] {
    return numbers.flatMap(({ country, code, national }) => {
      const understood = read(write(code, national));
      const isOther = /^\d/.test(understood) && understood !== read(`+${code}${national}`);
      return isOther ? [`${country} ${write(code, national)}`] : [];
    });
  }

  test('is the same by any last digits, also with its zero', () => {
    fc.assert(
      fc.property(fc.constantFrom(...mobiles), fc.stringMatching(/^\d{4}$/), ({ code, national }, last) => {
        const other = `${national.slice(0, -4)}${last}`;
        const digits = read(`+${code}${other}`);
        fc.pre(/^\d/.test(digits));
        const zeroed = read(`+${code} (0)${other}`);
        expect([digits, 'trunk-prefix', 'too-long', 'impossible-number']).toContain(zeroed);
        expect(read(`+${digits}`)).toBe(digits);
      }),
      { numRuns: 1_000 },
    );
  });

  test('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
          fc.string({ unit: fc.constantFrom(...'+0123456789 ()./e,-x;\n'), maxLength: 24 }),
        ),
        (written) => {
          for (const understood of [read(written), read(written, 'US'), read(written, 'AR')]) {
            expect(/^[1-9]\d{4,14}$/.test(understood) || understood in phoneFaults).toBe(true);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

test('the plans are packed as they are unpacked', () => {
  expect(metadata.version).toBe(4);
  expect(metadata.countries.DE?.slice(0, 2)).toEqual(['49', '00']);
  expect(metadata.countries.GB?.[7]).toMatch(/^0\|/);
  expect(metadata.countries.AR?.[8]).toBe('9$1');
});
