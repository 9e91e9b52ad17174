import type { components } from '../api/client.ts';
import type { App } from '../app-context.ts';
import { ticked } from '../kit/ticked.ts';
import { linesOf, type Values } from '../kit/values.ts';

export type AutomatedReplies = NonNullable<components['schemas']['App']['automatedReplies']>;
type Texts = NonNullable<AutomatedReplies['greeting']>;

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The place of a text in what is typed: `/greeting:es`. */
export const textAt = (of: string, locale: string): string => `${of}:${locale}`;

/** Languages that texts are written in: those of the app first. */
export const localesOf = (values: Values): readonly string[] => linesOf(values['/locales']);
export const countOf = (values: Values, list: 'hours' | 'keywords'): number => Number(values[`/${list}-count`] ?? 0);

const texts = (of: string, given: Texts = []): Values =>
  Object.fromEntries(given.map(({ locale, text }) => [textAt(of, locale), text]));

/** What is stored, as it is typed. The end of the day is 00:00 there: a field for times knows no 24:00. */
export function valuesOf({ automatedReplies: stored = {}, locale }: App): Values {
  const { greeting = [], away, keywords = [], human, minimumSeconds } = stored;
  const all = [greeting, away?.texts ?? [], ...keywords.map((each) => each.texts)].flat();
  return {
    '/locales': [...new Set([locale, ...all.map((each) => each.locale)])].join('\n'),
    '/human': human?.enabled === true ? ticked : '',
    '/minimumSeconds': minimumSeconds === undefined ? '' : String(minimumSeconds),
    '/away': away === undefined ? '' : ticked,
    ...texts('/greeting', greeting),
    ...texts('/away', away?.texts),
    '/hours-count': String(away?.openingHours.length ?? 0),
    ...Object.assign(
      {},
      ...(away?.openingHours ?? []).map(({ days, from, to }, n) => ({
        [`/hours/${n}/days`]: days.join('\n'),
        [`/hours/${n}/from`]: from,
        [`/hours/${n}/to`]: to === '24:00' ? '00:00' : to,
      })),
    ),
    '/keywords-count': String(keywords.length),
    ...Object.assign(
      {},
      ...keywords.map(({ words, texts: own }, n) => ({
        [`/keywords/${n}/words`]: words.join(', '),
        ...texts(`/keywords/${n}`, own),
      })),
    ),
  };
}

function textsOf(values: Values, of: string): Texts {
  return localesOf(values).flatMap((locale) => {
    const text = values[textAt(of, locale)]?.trim();
    return text ? [{ locale, text }] : [];
  });
}

const wordsOf = (typed = ''): string[] =>
  typed
    .split(/[,،\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** What is sent: null where nothing is answered any more. */
export function repliesOf(values: Values): AutomatedReplies | null {
  const greeting = textsOf(values, '/greeting');
  const seconds = values['/minimumSeconds']?.trim();
  const keywords = Array.from({ length: countOf(values, 'keywords') }, (_, n) => ({
    words: wordsOf(values[`/keywords/${n}/words`]),
    texts: textsOf(values, `/keywords/${n}`),
  }));
  const openingHours = Array.from({ length: countOf(values, 'hours') }, (_, n) => ({
    days: weekdays.filter((day) => linesOf(values[`/hours/${n}/days`]).includes(day)),
    from: values[`/hours/${n}/from`] ?? '',
    to: values[`/hours/${n}/to`] ?? '',
  }));
  const replies: AutomatedReplies = {
    ...(seconds && { minimumSeconds: Number(seconds) }),
    ...(greeting.length > 0 && { greeting }),
    ...(values['/away'] === ticked && { away: { texts: textsOf(values, '/away'), openingHours } }),
    ...(keywords.length > 0 && { keywords }),
    ...(values['/human'] === ticked && { human: { enabled: true } }),
  };
  return Object.keys(replies).length === 0 ? null : replies;
}

/** Where the API tells of a field: lists of texts hold only what was written. */
export function pointerOf(values: Values, field: string): string {
  const [, of = '', locale = ''] = /^(.+):([^:]+)$/.exec(field) ?? [];
  const base = '/automatedReplies';
  if (of === '') return `${base}${field.replace(/^\/hours/, '/away/openingHours')}`;
  const list = of === '/greeting' ? '/greeting' : `${of}/texts`;
  const written = localesOf(values).filter((each) => each === locale || values[textAt(of, each)]?.trim());
  const isAlone = !values[textAt(of, locale)]?.trim();
  return isAlone ? `${base}${list}` : `${base}${list}/${written.indexOf(locale)}/text`;
}

/** The values without one row of a list: the later ones move up. */
export function withoutRow(values: Values, list: 'hours' | 'keywords', gone: number): Values {
  const count = countOf(values, list);
  const row = (n: number) => Object.entries(values).filter(([name]) => new RegExp(`^/${list}/${n}[/:]`).test(name));
  const moved: { [pointer: string]: string } = { [`/${list}-count`]: String(count - 1) };
  for (let n = gone; n < count; n += 1) {
    for (const [name] of row(n)) moved[name] = '';
    for (const [name, value] of row(n + 1)) moved[name.replace(`/${list}/${n + 1}`, `/${list}/${n}`)] = value;
  }
  return moved;
}
