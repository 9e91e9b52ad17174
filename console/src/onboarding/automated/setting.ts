import type { components } from '../../api/client.ts';
import type { App } from '../../app-context.ts';
import { ticked } from '../../kit/ticked.ts';
import type { Values } from '../../kit/values.ts';

export type Setting = NonNullable<components['schemas']['AppChange']['automatedMessage']>;
type Greetings = NonNullable<Setting['greetings']>;

const root = '/automatedMessage';
export const enabledAt = `${root}/enabled`;
export const noticeAt = `${root}/noticeId`;
/** Fields of greetings are found by their language: their place in the setting may change. */
export const greetingAt = (locale: string): string => `${root}/greeting/${locale}`;

/**
 * What is stored, as values of the form.
 *
 * @param only the notice, where there is but one: it is chosen from the beginning
 */
export function settingValues({ automatedMessage }: App, only = ''): Values {
  const { enabled, noticeId = only, greetings = [] } = automatedMessage;
  return {
    [enabledAt]: enabled ? ticked : '',
    [noticeAt]: noticeId,
    ...Object.fromEntries(greetings.map(({ locale, text }) => [greetingAt(locale), text])),
  };
}

/** Words of the business's own, in the order of their languages. */
export function greetingsIn(values: Values): Greetings {
  return Object.entries(values)
    .filter(([pointer, text]) => pointer.startsWith(greetingAt('')) && text.trim() !== '')
    .map(([pointer, text]) => ({ locale: pointer.slice(greetingAt('').length), text: text.trim() }))
    .toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
}

export function settingOf(values: Values): Setting {
  const noticeId = values[noticeAt] ?? '';
  const greetings = greetingsIn(values);
  return {
    enabled: values[enabledAt] === ticked,
    ...(noticeId !== '' && { noticeId }),
    ...(greetings.length > 0 && { greetings }),
  };
}
