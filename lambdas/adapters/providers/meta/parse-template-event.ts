import { createHash } from 'node:crypto';
import type { TemplateItem, UnreadableItem } from '../../../domain/inbound/inbound-act.ts';
import { canonicalJson, type Json } from '../../../domain/ledger/canonical-json.ts';
import { isTemplateName, type TemplateName, templateLanguage } from '../../../domain/templates/template.ts';
import type { TemplateFacts } from '../../../domain/templates/template-facts.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { isSaid, isTooDeep, memberOf, textOf } from '../../json/json-reader.ts';
import { numberId } from './number-id.ts';
import { timeOf } from './parse-time.ts';
import { categoryOf, qualityOf, reasonOf, statusOf, templateIdOf, wordsOfEvent } from './template-words.ts';

/**
 * Fields about templates. Overrides of the callback of an account or a number do not reach them: they always go to the URL of Meta's app
 * (protocols 0.4).
 */
export const templateFields: ReadonlySet<string> = new Set([
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'template_category_update',
  'template_correct_category_detection',
]);

/** How far Meta's clock may be before ours. */
const clocksApart: Milliseconds = 10_000;

/**
 * A change of one of `templateFields` (Meta, "Webhooks: message_template_…"). What it says is told by what stands in it: Meta's own
 * samples have a quality under the field of a status. It has no id: field, account, time and content are one. Without a readable time,
 * and with one that is still to come, only what makes stricter counts, from its receipt on. What is not understood makes the template
 * unclear, and is kept beside that.
 *
 * @param entry the one that the change stands in, with the account and the time
 */
export function parseTemplateEvent(
  entry: unknown,
  change: unknown,
  receivedAt: Milliseconds,
): TemplateItem | UnreadableItem {
  const part = { id: memberOf(entry, 'id'), time: memberOf(entry, 'time'), changes: [change] };
  const value = memberOf(change, 'value');
  const unreadable = (why: string): UnreadableItem => ({ event: 'unreadable', why, part });
  if (isTooDeep(change)) return unreadable('too-deep');
  const template = templateIn(entry, value);
  if (template === undefined) return unreadable('template-without-name');
  const claimed = timeOf(entry, 'time');
  // One that is still to come would be another at each delivery, and so later than what was heard in between.
  const said = claimed !== undefined && claimed <= receivedAt + clocksApart ? claimed : undefined;
  const { facts, isClear } = factsIn(change, value);
  const timely = said === undefined ? onlyStricter(facts) : facts;
  const isUnclear = !isClear || said === undefined;
  const content = [textOf(change, 'field'), template.wabaId, textOf(entry, 'time'), value, isUnclear];
  return {
    event: 'template',
    template,
    metaId: templateIdOf(value, 'message_template_id'),
    at: Math.min(said ?? receivedAt, receivedAt),
    heardAt: receivedAt,
    eventId: createHash('sha256')
      .update(canonicalJson(content as Json))
      .digest('base64url')
      .slice(0, 22),
    facts: timely,
    isUnclear,
    part,
  };
}

function templateIn(entry: unknown, value: unknown): TemplateName | undefined {
  const [wabaId = '', name = ''] = [textOf(entry, 'id'), textOf(value, 'message_template_name')];
  const language = templateLanguage(textOf(value, 'message_template_language') ?? '');
  if (!numberId.test(wabaId) || !isTemplateName(name) || language === undefined) return undefined;
  return { wabaId, name, language };
}

interface Read {
  readonly facts: TemplateFacts;
  readonly isClear: boolean;
}

function factsIn(change: unknown, value: unknown): Read {
  const field = textOf(change, 'field');
  if (field === 'template_correct_category_detection') return detectedIn(value);
  if (isSaid(value, 'event')) return statusIn(value);
  if (isSaid(value, 'new_quality_score')) return qualityIn(value);
  if (isSaid(value, 'new_category') || isSaid(value, 'correct_category')) return categoryIn(value);
  if (isSaid(value, 'message_template_element')) return { facts: { words: wordsOfEvent(value) }, isClear: true };
  return { facts: unclearOf[field ?? ''] ?? {}, isClear: false };
}

/** What must not be sent any more once a field says something that cannot be read; a quality and words forbid nothing. */
const unclearOf: { readonly [field: string]: TemplateFacts } = {
  message_template_status_update: { status: 'unclear' },
  template_category_update: { mentions: 'unclear' },
};

function statusIn(value: unknown): Read {
  const event = textOf(value, 'event') ?? '';
  const mentions = categoryOf(value, 'message_template_category');
  const named = mentions === undefined ? {} : { mentions };
  if (event.toUpperCase() === 'FLAGGED')
    return { facts: { isFlagged: true, ...named }, isClear: mentions !== 'unclear' };
  const title = textOf(memberOf(value, 'other_info'), 'title');
  const said = statusOf(event);
  // Seen at the end of a pause, with a status that is none; nothing says which event ends one.
  const status = title === 'UNPAUSE' && said !== 'approved' ? 'unclear' : said;
  const reason = reasonOf(title, textOf(value, 'reason'), textOf(memberOf(value, 'rejection_info'), 'reason'));
  const facts = { status, ...(reason !== undefined && { reason }), ...named };
  return { facts, isClear: (status !== 'unclear' || event.toUpperCase() === 'UNARCHIVED') && mentions !== 'unclear' };
}

function qualityIn(value: unknown): Read {
  const [quality, previousQuality] = [
    qualityOf(value, 'new_quality_score'),
    qualityOf(value, 'previous_quality_score'),
  ];
  const before = previousQuality === undefined ? {} : { previousQuality };
  return quality === undefined ? { facts: before, isClear: false } : { facts: { quality, ...before }, isClear: true };
}

/**
 * `new_category` is the present category, in the notice of a change as well as when it was done; `correct_category` is the one to come.
 * Only what names the category before says that it was done.
 */
function categoryIn(value: unknown): Read {
  const [present, before, correct] = [
    categoryOf(value, 'new_category'),
    categoryOf(value, 'previous_category'),
    categoryOf(value, 'correct_category'),
  ];
  if (present === 'unclear' || correct === 'unclear') return { facts: { mentions: 'unclear' }, isClear: false };
  const from = timeOf(value, 'category_update_timestamp');
  const previous = before === undefined || before === 'unclear' ? {} : { previousCategory: before };
  const isDone = before !== undefined && correct === undefined && present !== undefined;
  return {
    facts: {
      ...(isDone ? { category: present, ...previous } : present !== undefined && { mentions: present }),
      ...(correct !== undefined &&
        correct !== present && { coming: { category: correct, ...(from !== undefined && { from }) } }),
    },
    isClear: isDone || correct !== undefined,
  };
}

/** Direct Send: Meta found that a template is of another category than it says, and names no time. */
function detectedIn(value: unknown): Read {
  const [present, correct] = [categoryOf(value, 'category'), categoryOf(value, 'correct_category')];
  if (correct === undefined || correct === 'unclear') return { facts: { mentions: 'unclear' }, isClear: false };
  const named = present === undefined || present === 'unclear' ? {} : { mentions: present };
  return { facts: { ...named, coming: { category: correct } }, isClear: true };
}

/** What an event says whose time is unknown: it may be older than what is known, so it frees nothing. */
function onlyStricter({ status, category, mentions, coming, reason }: TemplateFacts): TemplateFacts {
  const named = mentions ?? category;
  return {
    ...(status !== undefined && status !== 'approved' && { status, ...(reason !== undefined && { reason }) }),
    ...((named === 'marketing' || named === 'unclear') && { mentions: named }),
    ...(coming?.category === 'marketing' && { coming }),
  };
}
