import { type Template, unknownTemplate } from '../../domain/templates/template.ts';
import { categoryAt } from '../../domain/templates/template-category.ts';
import { saysTheSame, type TemplateEvent, withFacts } from '../../domain/templates/template-facts.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { TemplateStore } from './ports.ts';

/**
 * Records an event of Meta's about a template. Safe to repeat: the same event is recorded once. An older one than the latest stands in
 * the history and changes nothing that is newer.
 *
 * @returns whether a template that serves a purpose can no longer be sent because of it, or became marketing
 */
export async function hearTemplateEvent(
  templates: Pick<TemplateStore, 'change'>,
  event: TemplateEvent,
): Promise<{ readonly isLost: boolean; readonly template: Template | undefined }> {
  const { template: name, metaId, at, heardAt, eventId, facts } = event;
  let isLost = false;
  const { isNew, template } = await templates.change(name, (stored) => {
    const before = stored ?? unknownTemplate(name);
    const after = { ...withFacts(before, facts, at, metaId), version: before.version + 1 };
    const newWords = facts.words !== undefined && after.wordsAt === at ? facts.words : undefined;
    const changedNothing = newWords === undefined && facts.isFlagged !== true && saysTheSame(before, after);
    isLost = isLostBetween(before, after, heardAt);
    return {
      after,
      entry: { entryId: eventId, at, heardAt, from: 'event', facts, ...(changedNothing && { changedNothing }) },
      ...(newWords !== undefined && { words: newWords }),
    };
  });
  return { isLost: isNew && isLost, template };
}

function isLostBetween(before: Template, after: Template, now: Milliseconds): boolean {
  if (Object.keys(after.purposes).length === 0) return false;
  const isStopped = before.status?.is === 'approved' && after.status?.is !== 'approved';
  const isMarketing = (template: Template) => categoryAt(template, now).is === 'marketing';
  return isStopped || (isMarketing(after) && !isMarketing(before));
}
