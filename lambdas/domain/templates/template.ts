import type { TemplateCategory } from '../app/app.ts';
import type { Milliseconds } from '../time.ts';

/** Names one message template: Meta keeps one for each WhatsApp Business Account, name and language. */
export interface TemplateName {
  readonly wabaId: string;
  /** As Meta has it, up to 512 characters. */
  readonly name: string;
  /** Meta's code of a language, with `_`: `en_US`. */
  readonly language: string;
}

/**
 * What Meta says of whether a template may be sent. `unclear` = it said something that nobody here understands; `gone` = its list does
 * not have the template any more. Only `approved` is ever sent.
 */
export const templateStatuses = [
  'approved',
  'pending',
  'in-appeal',
  'rejected',
  'paused',
  'disabled',
  'locked',
  'limit-exceeded',
  'pending-deletion',
  'deleted',
  'archived',
  'gone',
  'unclear',
] as const;
export type TemplateStatus = (typeof templateStatuses)[number];

/** Meta's rating of how people take a template. A `red` one still sends. */
export const templateQualities = ['green', 'yellow', 'red', 'unknown'] as const;
export type TemplateQuality = (typeof templateQualities)[number];

/** A category as somebody heard it; `unclear` = Meta named one that nobody here knows. */
export type HeardCategory = TemplateCategory | 'unclear';

/** A value, since when it is that, and the latest time at which it was said. */
export interface Known<Value> {
  readonly is: Value;
  readonly since: Milliseconds;
  readonly at: Milliseconds;
}

/** A change of category that Meta told of in advance. */
export interface ComingChange {
  /** `none` = at `toldAt` there was none to come. */
  readonly is: TemplateCategory | 'none';
  /** From when on it counts; absent = Meta gave no time, so at once. */
  readonly from?: Milliseconds;
  readonly toldAt: Milliseconds;
}

/** The words of a template: header, body, footer, and what its buttons say. */
export interface TemplateWords {
  readonly header?: string;
  readonly body?: string;
  readonly footer?: string;
  readonly buttons: readonly { readonly kind: string; readonly text: string }[];
}

/**
 * What is known of a template. Each attribute is a register of its own: the latest said wins, whatever the order in which it was heard,
 * and in the same second the stricter.
 */
export interface Template extends TemplateName {
  /** Meta's id, as text: it may be above 2^53. */
  readonly metaId?: string;
  readonly status?: Known<TemplateStatus>;
  /** Meta's word for why, beside the status. */
  readonly reason?: string;
  /** By an event of a change that was done, or by a read: only these free a template from a stricter category. */
  readonly category?: Known<TemplateCategory>;
  /** When another event last named each category by the way: makes stricter, never freer. */
  readonly mentioned: { readonly [Category in HeardCategory]?: Milliseconds };
  readonly coming?: ComingChange;
  readonly quality?: Known<TemplateQuality>;
  /** When its words last changed. */
  readonly wordsAt?: Milliseconds;
  /** The one purpose that it serves in each app, by appId. */
  readonly purposes: { readonly [appId: string]: string };
  /** Rises by one with every change. */
  readonly version: number;
}

/** A template of which nothing is known yet. */
export function unknownTemplate({ wabaId, name, language }: TemplateName): Template {
  return { wabaId, name, language, mentioned: {}, purposes: {}, version: 0 };
}

/** Meta's form of a code of a language: `en-US` and `en_us` are `en_US`. Undefined for what is none. */
export function templateLanguage(code: string): string | undefined {
  if (!/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}$/.test(code)) return undefined;
  const [language = '', ...more] = code.split(/[-_]/);
  const parts = more.map((part) =>
    part.length === 4 ? `${part[0]?.toUpperCase()}${part.slice(1).toLowerCase()}` : part.toUpperCase(),
  );
  return [language.toLowerCase(), ...parts].join('_');
}

/** Whether this can be the name of a template. Meta's are lower case; its samples are not. */
export function isTemplateName(name: string): boolean {
  return name.length <= 512 && /^[^\p{Cc}#]*[^\p{Cc}\s#][^\p{Cc}#]*$/u.test(name);
}

/** The one purpose that a template serves in an app. */
export function purposeIn({ purposes }: Pick<Template, 'purposes'>, appId: string): string | undefined {
  return Object.hasOwn(purposes, appId) ? purposes[appId] : undefined;
}
