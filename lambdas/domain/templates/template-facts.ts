import type { TemplateCategory } from '../app/app.ts';
import { type Milliseconds, toSeconds } from '../time.ts';
import type {
  ComingChange,
  HeardCategory,
  Known,
  Template,
  TemplateName,
  TemplateQuality,
  TemplateStatus,
  TemplateWords,
} from './template.ts';
import { comingChange, isStricter, saidCategory } from './template-category.ts';

/** What one event, or one reading, says of a template. */
export interface TemplateFacts {
  readonly status?: TemplateStatus;
  /** Why, in Meta's word (`SCAM`, `FIRST_PAUSE`). */
  readonly reason?: string;
  /** People complain of it; it is still sent. */
  readonly isFlagged?: true;
  /** The category is this now: a change that was done, or a reading. */
  readonly category?: TemplateCategory;
  readonly previousCategory?: TemplateCategory;
  /** A category that is named by the way, of the present. */
  readonly mentions?: HeardCategory;
  /** A change to come; `none` = there is none to come. */
  readonly coming?: { readonly category: TemplateCategory | 'none'; readonly from?: Milliseconds };
  readonly quality?: TemplateQuality;
  readonly previousQuality?: TemplateQuality;
  readonly words?: TemplateWords;
}

/** An event of Meta's about one template. */
export interface TemplateEvent {
  readonly template: TemplateName;
  readonly metaId?: string | undefined;
  /** When Meta says that it happened, never later than it was heard. */
  readonly at: Milliseconds;
  readonly heardAt: Milliseconds;
  /** The same at every delivery of it: Meta gives its events no id. */
  readonly eventId: string;
  readonly facts: TemplateFacts;
}

/**
 * What is known of a template once something was said of it. The result does not depend on the order of what was said: an older fact
 * changes nothing that a later one says, and in the same second the stricter holds.
 */
export function withFacts(template: Template, facts: TemplateFacts, at: Milliseconds, metaId?: string): Template {
  const { status, reason, category, mentions, coming, quality, words } = facts;
  const nextStatus = status === undefined ? template.status : later(template.status, status, at, blocksMore);
  const statusIsNew = status !== undefined && nextStatus?.is === status && nextStatus.at === at;
  const named = mentions === undefined ? undefined : Math.max(at, template.mentioned[mentions] ?? 0);
  return {
    ...template,
    ...((template.metaId ?? metaId) !== undefined && { metaId: metaId ?? template.metaId }),
    ...(nextStatus !== undefined && { status: nextStatus }),
    ...(statusIsNew && { reason }),
    ...(category !== undefined && { category: later(template.category, category, at, isStricter) }),
    ...(mentions !== undefined && { mentioned: { ...template.mentioned, [mentions]: named } }),
    ...(coming !== undefined && { coming: laterChange(template, coming, at) }),
    ...(quality !== undefined && { quality: later(template.quality, quality, at, isWorse) }),
    ...(words !== undefined && { wordsAt: Math.max(at, template.wordsAt ?? 0) }),
  };
}

/** The later of two; in one second the one that is stricter. What stays the same is so since it was first said. */
function later<Value>(
  known: Known<Value> | undefined,
  is: Value,
  at: Milliseconds,
  wins: (one: Value, other: Value) => boolean,
): Known<Value> {
  if (known === undefined) return { is, since: at, at };
  // An older one that says the same moves nothing: it may have been something else in between.
  if (known.is === is) return { ...known, at: Math.max(known.at, at) };
  const [before, now] = [toSeconds(known.at), toSeconds(at)];
  return now > before || (now === before && wins(is, known.is)) ? { is, since: at, at } : known;
}

function laterChange(
  { coming }: Template,
  told: NonNullable<TemplateFacts['coming']>,
  toldAt: Milliseconds,
): ComingChange {
  const is = told.category;
  if (coming === undefined) return { is, ...(told.from !== undefined && { from: told.from }), toldAt };
  const [before, now] = [toSeconds(coming.toldAt), toSeconds(toldAt)];
  if (now > before || (now === before && isStricterChange(is, coming.is))) {
    // A reading names the category and no time: that of the notice holds on.
    const from = told.from ?? (coming.is === is ? coming.from : undefined);
    return { is, ...(from !== undefined && { from }), toldAt };
  }
  if (coming.is !== is || told.from === undefined) return coming;
  if (coming.from !== undefined && (now < before || coming.from <= told.from)) return coming;
  return { ...coming, from: told.from };
}

function isStricterChange(one: ComingChange['is'], other: ComingChange['is']): boolean {
  return one !== 'none' && (other === 'none' || isStricter(one, other));
}

function blocksMore(one: TemplateStatus, other: TemplateStatus): boolean {
  if (one === 'approved' || other === 'approved') return other === 'approved';
  return one > other;
}

const qualityOrder: readonly TemplateQuality[] = ['unknown', 'green', 'yellow', 'red'];

function isWorse(one: TemplateQuality, other: TemplateQuality): boolean {
  return qualityOrder.indexOf(one) > qualityOrder.indexOf(other);
}

/** Whether both say the same of a template now; when it was said last does not matter. */
export function saysTheSame(one: Template, other: Template): boolean {
  const values = (template: Template) => {
    const change = comingChange(template);
    const { status, quality } = template;
    return JSON.stringify([status?.is, saidCategory(template).is, change?.is, change?.from, quality?.is]);
  };
  return values(one) === values(other);
}
