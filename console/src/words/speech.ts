import type { Language } from './language.ts';
import { fill, type Plural } from './words.ts';

/** How a language says numbers, times and counts. Made once for a language and a time zone. */
export interface Speech {
  readonly language: Language;
  /** IANA; of the business that is looked at. */
  readonly timeZone: string;
  number(value: number): string;
  /** 0.41 → 41 %; below a tenth with one digit behind the point where that is asked for: 0.004 → 0.4 % */
  percent(share: number, isFine?: boolean): string;
  /** The sentence for this many, with the number in it, and more in braces. */
  many(sentences: Plural, n: number, more?: { readonly [name: string]: string | number }): string;
  /** "Offers, Order updates and News" */
  list(items: readonly string[]): string;
  /** 20 Nov 2026 */
  date(at: Date): string;
  /** 14:05 */
  time(at: Date): string;
  /** Thursday, 26 November 2026 at 14:05:02 CST */
  exact(at: Date): string;
  /** "2 hours ago, 14:05" today, "20 Nov 2026" when it is long ago. */
  ago(at: Date, now: number): string;
  /** "21 hr, 58 min": how long until then; nothing when it is over. */
  left(until: Date, now: number): string;
  /** The place of the time zone: "Mexico City". */
  readonly place: string;
}

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

export function speechOf(language: Language, timeZone: string): Speech {
  // Western digits everywhere: numbers are compared with those of WhatsApp, bills and phones.
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language === 'hi' ? 'hi-u-nu-latn' : language;
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const finePercents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const plurals = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const exacts = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const { format: number } = numbers;
  const { format: time } = times;
  const { format: date } = dates;

  return {
    language,
    timeZone,
    number,
    percent: (share, isFine = false) => (isFine && share < 0.1 ? finePercents : percents).format(share),
    many: (sentences, n, more = {}) => fill(sentences[plurals.select(n)] ?? sentences.other, { n: number(n), ...more }),
    list: (items) => lists.format(items),
    date,
    time,
    exact: (at) => exacts.format(at),
    ago(at, now) {
      const since = now - at.getTime();
      if (since < minute) return relative.format(0, 'second');
      if (since < hour) return relative.format(-Math.floor(since / minute), 'minute');
      if (since < day) return `${relative.format(-Math.floor(since / hour), 'hour')}, ${time(at)}`;
      if (since < 7 * day) return `${relative.format(-Math.floor(since / day), 'day')}, ${time(at)}`;
      return date(at);
    },
    left(until, now) {
      const left = Math.max(0, until.getTime() - now);
      const [hours, minutes] = [Math.floor(left / hour), Math.floor((left % hour) / minute)];
      return [...(hours > 0 ? [unit(hours, 'hour')] : []), unit(minutes, 'minute')].join(' ');
    },
    place: (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' '),
  };
}
