import type { Fault } from '../../../domain/errors.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import { parseCountry } from '../../numbers/country-of.ts';
import type { CountryCode } from '../parts/countries.ts';
import type { ServedFault } from '../parts/not-served.ts';
import { numberFault } from '../parts/number-fault.ts';
import { readNumber, type TypedNumber, typedNumber } from '../parts/read-number.ts';
import { readTicks } from '../points/page-form.ts';
import { pageTexts } from '../texts/page-texts.ts';

/** What somebody chose in the widget, and what is wrong with it. */
export interface WidgetForm {
  readonly purposes: readonly string[];
  readonly numbers: readonly TypedNumber[];
  readonly faults: readonly Fault[];
}

/**
 * Reads what the widget sends against what was shown. Faults speak the language of the text, because the person reads them beside
 * the field.
 *
 * @param offered the purposes that were shown
 * @param asksNumber whether the form has a field for a number; then something must be ticked, too
 * @param notServed what is wrong with a number in whose country nothing arrives
 */
export function readWidgetForm(
  form: URLSearchParams,
  text: NoticeText,
  offered: NoticeText['purposes'],
  asksNumber: boolean,
  notServed: ServedFault,
): WidgetForm {
  const texts = pageTexts(text.locale);
  const { fault } = texts;
  const purposes = readTicks(form, offered);
  const faults: Fault[] = [];
  if (purposes === undefined) faults.push({ pointer: '/purpose', code: 'not-offered', detail: fault.changed });
  if (!asksNumber) return { purposes: purposes ?? [], numbers: [], faults };

  if (purposes?.length === 0) faults.push({ pointer: '/purpose', code: 'required', detail: fault.purposes });
  const typed = typedNumber(form.get('number'));
  const country = widgetCountry(form.get('country'));
  const number = readNumber(typed, country);
  if (number === undefined) {
    const code = typed === '' ? 'required' : 'not-a-number';
    faults.push({ pointer: '/number', code, detail: numberFault(typed, country, texts) });
  }
  const unserved = number && notServed(number.digits, texts);
  if (unserved !== undefined) faults.push({ pointer: '/number', code: 'country-not-served', detail: unserved });
  return { purposes: purposes ?? [], numbers: number === undefined ? [] : [number], faults };
}

/** The country that the shop names for numbers without country code; undefined when it names none, or none that there is. */
export function widgetCountry(given: string | null): CountryCode | undefined {
  return parseCountry((given ?? '').toUpperCase());
}
