import { type CountryCode, getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { countries } from '../../../lambdas/domain/countries/calling-codes.ts';
import { countriesOf } from '../../../lambdas/domain/countries/countries-of.ts';
import { canonicalPhone, parsePhone, parseWaId } from '../../../lambdas/domain/identity/phone.ts';
import { bsuidIn } from '../../../lambdas/domain/identity/portfolio.ts';

const of = (phone: string) => countriesOf({ phone });

describe('a number of North America', () => {
  test.each([
    ['San Francisco', '14155550132', 'US'],
    ['Meta’s example', '16505551234', 'US'],
    ['New York, 212 and its overlays 332 and 646', '13325550132', 'US'],
    ['an overlay of 2025, Mississippi 471', '14715550132', 'US'],
    ['Alaska', '19075550132', 'US'],
    ['Hawaii', '18085550132', 'US'],
    ['Toronto', '14165550132', 'CA'],
    ['Toronto’s overlay of 2025, 942', '19425550132', 'CA'],
    ['Yukon and the north', '18675550132', 'CA'],
    ['Canada’s own 600', '16005550132', 'CA'],
    ['Jamaica', '18765550132', 'JM'],
    ['Jamaica’s overlay', '16585550132', 'JM'],
    ['the Dominican Republic', '18095550132', 'DO'],
    ['its overlay', '18495550132', 'DO'],
    ['Trinidad and Tobago', '18685550132', 'TT'],
    ['Barbados', '12465550132', 'BB'],
    ['Bermuda', '14415550132', 'BM'],
    ['Puerto Rico', '17875550132', 'PR'],
    ['its overlay', '19395550132', 'PR'],
    ['Guam', '16715550132', 'GU'],
    ['American Samoa', '16845550132', 'AS'],
    ['the Northern Marianas', '16705550132', 'MP'],
    ['the US Virgin Islands', '13405550132', 'VI'],
    ['the British Virgin Islands', '12845550132', 'VG'],
    ['toll-free: when in doubt the United States', '18005550132', 'US'],
    ['toll-free 833', '18335550132', 'US'],
    ['555, of which Meta gives out numbers', '15550783881', 'US'],
    ['no area code yet, 999', '19995550132', 'US'],
    ['personal numbers, 500', '15005550132', 'US'],
  ])('%s: %s is of %s', (_where, phone, country) => expect(of(phone)).toEqual([country]));

  test('every area code is where its plan says, and of the United States where no plan says anything', () => {
    const wrong = Array.from({ length: 800 }, (_, index) => index + 200).flatMap((area) => {
      const phone = `1${area}2345678`;
      const plan = parsePhoneNumberFromString(`+${phone}`)?.country ?? 'US';
      const expected = [600, 622, 633].includes(area) ? 'CA' : plan;
      const [found] = of(phone);
      return found === expected ? [] : [{ area, found, expected }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('a number elsewhere', () => {
  test.each([
    ['5352123456', ['CU']],
    ['989121234567', ['IR']],
    ['8501921234567', ['KP']],
    ['963944567890', ['SY']],
    ['905321234567', ['TR']],
    ['380501234567', ['UA']],
    ['79161234567', ['RU']],
    ['77012345678', ['KZ']],
    ['76001234567', ['KZ']],
    ['447400123456', ['GB']],
    ['447797123456', ['JE']],
    ['441534123456', ['JE']],
    ['447781123456', ['GG']],
    ['447624123456', ['IM']],
    ['447911123456', ['GB', 'GG']],
    ['590690001234', ['GP', 'BL', 'MF']],
    ['262692123456', ['RE']],
    ['262639012345', ['YT']],
    ['59995181234', ['CW']],
    ['5993181234', ['BQ']],
    ['599', ['CW', 'BQ']],
    ['4779123456', ['SJ']],
    ['390669812345', ['IT', 'VA']],
    ['80012345678', []],
    ['883510001234', []],
    ['', []],
  ])('%s is of %j', (phone, expected) => expect(of(phone)).toEqual(expected));

  test('every form that a line has, or had, is of one country', () => {
    for (const forms of [
      ['525512345678', '5215512345678'],
      ['5511987654321', '551187654321'],
      ['5491156121008', '541156121008'],
      ['2250767123456', '22507671234'],
      ['2290190011234', '22990011234'],
    ]) {
      const read = forms.flatMap((waId) => parseWaId(waId) ?? []);
      expect(
        new Set(read.flatMap(({ digits, doubtful }) => [digits, ...doubtful]).map((digits) => of(digits).join())).size,
      ).toBe(1);
      expect(new Set(forms.map((form) => of(form).join())).size).toBe(1);
    }
  });

  test('is of the country that its plan names, for an example of every country', () => {
    const wrong = getCountries().flatMap((country: CountryCode) => {
      const example = getExampleNumber(country, examples)?.number;
      if (example === undefined) return [];
      const read = parsePhone(example);
      if (!('digits' in read)) return [{ country, example }];
      const found = of(read.digits);
      // Where a country has no code of its own, its mobiles look like those of its neighbour.
      return found.includes(country) ? [] : [{ country, example, found }];
    });
    expect(wrong).toEqual([]);
  });

  test('every country of a plan is known, and each is two letters', () => {
    expect(getCountries().filter((country) => !countries.has(country))).toEqual([]);
    expect([...countries].filter((country) => !/^[A-Z]{2}$/.test(country))).toEqual([]);
  });
});

describe('who has no number', () => {
  test('is where the BSUID’s letters say, in any portfolio', () => {
    expect(countriesOf({ bsuid: 'US.13491208655302741918' })).toEqual(['US']);
    expect(countriesOf({ bsuid: bsuidIn(2, 'US.13491208655302741918') })).toEqual(['US']);
    expect(countriesOf({ bsuid: 'CU.ENT.1349' })).toEqual(['CU']);
  });

  test('the number says more than the BSUID', () => {
    expect(countriesOf({ phone: canonicalPhone('525512345678').digits, bsuid: 'US.1' })).toEqual(['MX']);
  });

  test('nothing says nothing', () => expect(countriesOf({})).toEqual([]));
});
