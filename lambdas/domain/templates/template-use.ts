import type { TemplateCategory } from '../app/app.ts';
import { DomainError } from '../errors.ts';
import type { Milliseconds } from '../time.ts';
import { purposeIn, type Template, type TemplateName } from './template.ts';
import { categoryAt, comingChange, isStricter } from './template-category.ts';

/** What a decision depends on of a template that may be sent. */
export interface TemplateUse {
  /** The one purpose that it serves in the app; undefined = none, so nobody may get it. */
  readonly purpose: string | undefined;
  readonly category: TemplateCategory;
  readonly categorySince: Milliseconds | undefined;
  /** When a stricter category begins that Meta told of in advance. */
  readonly stricterFrom?: Milliseconds;
}

/** Why a template cannot be sent at all, to nobody: the registry's word. */
export type UnusableTemplate =
  | Exclude<NonNullable<Template['status']>['is'], 'approved'>
  | 'unknown'
  | 'without-category';

/** The registry says that the template cannot be sent. */
export class TemplateNotUsableError extends DomainError {
  readonly code = 'template-not-usable';
  readonly word: UnusableTemplate;
  constructor({ name, language }: Pick<TemplateName, 'name' | 'language'>, word: UnusableTemplate) {
    super(`The template "${name}" (${language}) ${saying[word]}`);
    this.word = word;
  }
}

const saying: { readonly [Word in UnusableTemplate]: string } = {
  unknown: 'is unknown here: Meta has not told of it. Read the templates from Meta.',
  'without-category':
    'is without-category: nobody has said yet which category Meta gave it. Read the templates from Meta.',
  unclear: 'is unclear: Meta said something of it that is not understood here. Read the templates from Meta.',
  gone: "is gone: Meta's list does not have it any more.",
  pending: 'is pending: Meta has not approved it yet.',
  'in-appeal': 'is in-appeal: Meta looks at it again.',
  rejected: 'is rejected: Meta has not approved it.',
  paused: 'is paused: Meta has paused it.',
  disabled: 'is disabled: Meta has switched it off.',
  locked: 'is locked: Meta has locked it.',
  'limit-exceeded': 'is limit-exceeded: there are more templates than Meta allows.',
  'pending-deletion': 'is pending-deletion: it is being deleted at Meta.',
  deleted: 'is deleted: it was deleted at Meta.',
  archived: 'is archived: it was not used for a year.',
};

/**
 * What a template is good for now, in one app. A template that is not exactly approved, or of which no category is known, is good for
 * nothing.
 *
 * @param template undefined = the registry has none of this name and language
 */
export function templateUse(
  template: Template | undefined,
  appId: string,
  now: Milliseconds,
): TemplateUse | { readonly unusable: UnusableTemplate } {
  if (template === undefined) return { unusable: 'unknown' };
  const status = template.status?.is ?? 'unknown';
  if (status !== 'approved') return { unusable: status };
  const { is, since } = categoryAt(template, now);
  if (is === undefined) return { unusable: 'without-category' };
  if (is === 'unclear') return { unusable: 'unclear' };
  const coming = comingChange(template);
  const stricterFrom = coming !== undefined && coming.from > now && isStricter(coming.is, is) ? coming.from : undefined;
  return {
    purpose: purposeIn(template, appId),
    category: is,
    categorySince: since,
    ...(stricterFrom !== undefined && { stricterFrom }),
  };
}
