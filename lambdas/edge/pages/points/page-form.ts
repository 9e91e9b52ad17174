import type { NoticeText } from '../../../domain/notice/notice.ts';
import { parseCountry } from '../../numbers/country-of.ts';
import { internationalExample } from '../parts/countries.ts';
import type { ServedFault } from '../parts/not-served.ts';
import { numberFault } from '../parts/number-fault.ts';
import { mostNumbers, type NumberEntries } from '../parts/number-fields.ts';
import { namesCountry, readNumber, type TypedNumber, typedNumber } from '../parts/read-number.ts';
import { fill, type PageTexts } from '../texts/page-texts.ts';

/** What the form says was shown: hidden fields, which anybody may change. */
export interface ClaimedNotice {
  readonly version: number;
  readonly locale: string;
  readonly hash: string;
}

/** The hidden fields about the notice; undefined when they are not of their form. */
export function readClaimedNotice(form: URLSearchParams): ClaimedNotice | undefined {
  const [version = '', locale = '', hash = ''] = ['version', 'locale', 'hash'].map((name) => form.get(name) ?? '');
  return /^[1-9]\d{0,5}$/.test(version) && locale !== '' && hash !== ''
    ? { version: Number(version), locale, hash }
    : undefined;
}

/** The purposes ticked; undefined when one of them is not among those offered, which no page of ours can send. */
export function readTicks(form: URLSearchParams, offered: NoticeText['purposes']): readonly string[] | undefined {
  const ticked = [...new Set(form.getAll('purpose'))];
  return ticked.every((id) => offered.some(({ purposeId }) => purposeId === id)) ? ticked : undefined;
}

/** The numbers of a landing page, and the fields as they are shown again when something is wrong with them. */
export function readNumbers(
  form: URLSearchParams,
  texts: PageTexts,
  notServed: ServedFault,
): { readonly numbers: readonly TypedNumber[]; readonly entries: NumberEntries } {
  const country = parseCountry(form.get('country') ?? '');
  const typed = Array.from({ length: mostNumbers }, (_, index) => typedNumber(form.get(`number${index + 1}`)));
  const numbers: TypedNumber[] = [];
  const faults: Record<string, string> = {};
  for (const [index, text] of typed.entries()) {
    const field = `number${index + 1}`;
    const number = readNumber(text, country);
    const unserved = number && notServed(number.digits, texts);
    if (text === '') {
      if (index === 0) faults[field] = numberFault(text, country, texts);
    } else if (country === undefined && !namesCountry(text)) {
      faults.country = fill(texts.fault.country, { example: `\u2066${internationalExample(undefined)}\u2069` });
    } else if (number === undefined) {
      faults[field] = numberFault(text, country, texts);
    } else if (unserved !== undefined) {
      faults[field] = unserved;
    } else if (numbers.some(({ digits }) => digits === number.digits)) {
      faults[field] = texts.fault.numberTwice;
    } else {
      // A number typed as inside a country says nothing without that country.
      const typed = namesCountry(text) ? text : `${text} (${country})`;
      numbers.push({ digits: number.digits, typed });
    }
  }
  return { numbers, entries: { country, typed, faults } };
}
