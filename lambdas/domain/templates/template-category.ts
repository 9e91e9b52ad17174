import type { TemplateCategory } from '../app/app.ts';
import type { Milliseconds } from '../time.ts';
import { toSeconds } from '../time.ts';
import type { HeardCategory, Template } from './template.ts';

/** The category that counts at a time. */
export interface CategoryNow {
  /** Undefined = nobody has named one yet. */
  readonly is: HeardCategory | undefined;
  readonly since?: Milliseconds;
}

/** The stricter the further back: `unclear` may be anything. */
const strictness: readonly HeardCategory[] = ['authentication', 'utility', 'marketing', 'unclear'];

/**
 * The category of a template at `now`. A change that was told in advance counts from its time on, whether or not Meta says that it was
 * done. Only what makes stricter counts by the clock: freer, a template becomes by an event that says so, or by a read.
 */
export function categoryAt(
  template: Pick<Template, 'category' | 'mentioned' | 'coming'>,
  now: Milliseconds,
): CategoryNow {
  const said = saidCategory(template);
  const coming = comingChange(template);
  if (coming === undefined || coming.from > now || !isStricter(coming.is, said.is)) return said;
  return { is: coming.is, since: coming.from };
}

/** The change that is still to come, or whose time is over and of which Meta has not said what came of it. */
export function comingChange({
  category,
  coming,
}: Pick<Template, 'category' | 'coming'>): { readonly is: TemplateCategory; readonly from: Milliseconds } | undefined {
  if (coming === undefined || coming.is === 'none') return undefined;
  const from = coming.from ?? coming.toldAt;
  const saidAt = category?.at ?? Number.NEGATIVE_INFINITY;
  // Said after the notice: at or after its time that is what came of it, and before only if it says the same. In one second the stricter.
  const isDone = toSeconds(saidAt) > toSeconds(coming.toldAt) && (saidAt >= from || category?.is === coming.is);
  return isDone || (category?.is === coming.is && saidAt >= coming.toldAt) ? undefined : { is: coming.is, from };
}

/** The category that was said last, whatever is to come. */
export function saidCategory({ category, mentioned }: Pick<Template, 'category' | 'mentioned'>): CategoryNow {
  const after = category === undefined ? Number.NEGATIVE_INFINITY : toSeconds(category.at);
  let found: CategoryNow = category === undefined ? { is: undefined } : { is: category.is, since: category.since };
  for (const named of strictness) {
    const at = mentioned[named];
    if (at !== undefined && toSeconds(at) >= after && isStricter(named, found.is)) found = { is: named, since: at };
  }
  return found;
}

export function isStricter(one: HeardCategory, other: HeardCategory | undefined): boolean {
  return other === undefined || strictness.indexOf(one) > strictness.indexOf(other);
}
