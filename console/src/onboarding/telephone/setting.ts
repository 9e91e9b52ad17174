import type { components } from '../../api/client.ts';
import type { App } from '../../app-context.ts';
import { ticked } from '../../kit/ticked.ts';
import { linesOf, type Values } from '../../kit/values.ts';
import { rowsOf } from '../../settings/use-settings.ts';

export type Setting = NonNullable<components['schemas']['AppChange']['telephone']>;

const root = '/telephone';
export const at = {
  notice: `${root}/noticeId`,
  purposes: `${root}/purposes`,
  missedCalls: `${root}/missedCalls/enabled`,
  ivr: `${root}/ivr/enabled`,
  offersNo: `${root}/ivr/offersNo`,
  count: '/numbers-count',
  number: (n: number) => `${root}/numbers/${n}/phone`,
  /** Found by their language: their place in the setting may change. */
  welcome: (locale: string) => `${root}/welcome/${locale}`,
  greeting: (locale: string) => `${root}/ivr/greetings/${locale}`,
} as const;

/**
 * What is stored, as values of the form.
 *
 * @param only the notice, where there is but one: it is chosen from the beginning
 */
export function settingValues({ telephone }: App, only = ''): Values {
  const { numbers = [], noticeId = only, purposes = [], welcome = [], missedCalls, ivr } = telephone ?? {};
  return {
    [at.notice]: noticeId,
    [at.purposes]: purposes.join('\n'),
    [at.missedCalls]: missedCalls?.enabled === true ? ticked : '',
    [at.ivr]: ivr?.enabled === true ? ticked : '',
    [at.offersNo]: ivr?.offersNo === true ? ticked : '',
    [at.count]: String(numbers.length),
    ...Object.fromEntries(numbers.map(({ phone }, n) => [at.number(n), phone])),
    ...Object.fromEntries(welcome.map(({ locale, name, language }) => [at.welcome(locale), `${name}/${language}`])),
    ...Object.fromEntries((ivr?.greetings ?? []).map(({ locale, text }) => [at.greeting(locale), text])),
  };
}

/** What is given for each language below a pointer, in the order of the languages. */
export function byLocale(values: Values, below: (locale: string) => string): readonly (readonly [string, string])[] {
  return Object.entries(values)
    .filter(([pointer, text]) => pointer.startsWith(below('')) && text.trim() !== '')
    .map(([pointer, text]) => [pointer.slice(below('').length), text.trim()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The points of calls, which are made by themselves, stay as they are. */
export function settingOf(values: Values, { telephone }: App): Setting {
  const [noticeId, purposes] = [values[at.notice] ?? '', linesOf(values[at.purposes])];
  const welcome = byLocale(values, at.welcome).map(([locale, chosen]) => {
    const [name = '', language = ''] = chosen.split('/');
    return { locale, name, language };
  });
  const greetings = byLocale(values, at.greeting).map(([locale, text]) => ({ locale, text }));
  return {
    numbers: Array.from({ length: rowsOf(values, 'numbers') }, (_, n) => ({
      phone: values[at.number(n)]?.trim() ?? '',
    })),
    ...(noticeId !== '' && { noticeId }),
    ...(purposes.length > 0 && { purposes }),
    ...(welcome.length > 0 && { welcome }),
    missedCalls: { ...telephone?.missedCalls, enabled: values[at.missedCalls] === ticked },
    ivr: {
      ...(telephone?.ivr?.pointId !== undefined && { pointId: telephone.ivr.pointId }),
      enabled: values[at.ivr] === ticked,
      offersNo: values[at.offersNo] === ticked,
      ...(greetings.length > 0 && { greetings }),
    },
  };
}
