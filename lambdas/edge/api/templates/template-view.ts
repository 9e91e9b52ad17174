import { type App, findPurpose } from '../../../domain/app/app.ts';
import { purposeIn, type Template, type TemplateWords } from '../../../domain/templates/template.ts';
import { categoryAt, comingChange } from '../../../domain/templates/template-category.ts';
import { templateUse } from '../../../domain/templates/template-use.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { TemplateEntry } from '../../../use-cases/templates/ports.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { templateAnswer, templateWithHistoryAnswer } from './answers.ts';

/** A template as an app sees it now. */
export function templateView(
  templateId: string,
  template: Template,
  app: App,
  now: Milliseconds,
): View<typeof templateAnswer> {
  const { name, language, metaId, status, reason, quality } = template;
  const category = categoryAt(template, now);
  const coming = comingChange(template);
  const why = whyNot(template, app, now);
  return {
    templateId,
    name,
    language,
    metaId,
    status: status?.is,
    statusSince: formatInstantIfAny(status?.since),
    reason,
    category: category.is,
    categorySince: formatInstantIfAny(category.since),
    comingChange:
      coming === undefined || coming.from <= now
        ? undefined
        : { category: coming.is, from: formatInstant(coming.from) },
    quality: quality?.is,
    purpose: purposeIn(template, app.appId),
    sendable: why === undefined ? 'yes' : 'no',
    why,
  };
}

/** The same with its words and its history, of which purposes of other apps are no part. */
export function templateWithHistoryView(
  templateId: string,
  {
    template,
    words,
    history,
  }: { template: Template; words: TemplateWords | undefined; history: readonly TemplateEntry[] },
  app: App,
  now: Milliseconds,
): View<typeof templateWithHistoryAnswer> {
  const own = history.filter(({ appId }) => appId === undefined || appId === app.appId);
  return { ...templateView(templateId, template, app, now), words, history: own.map(entryView) };
}

function entryView(entry: TemplateEntry): View<typeof templateWithHistoryAnswer>['history'][number] {
  const { at, heardAt, from, facts, changedNothing } = entry;
  const { coming } = facts;
  return {
    at: formatInstant(at),
    heardAt: formatInstant(heardAt),
    from,
    status: facts.status,
    reason: facts.reason,
    flagged: facts.isFlagged,
    category: facts.category ?? facts.mentions,
    previousCategory: facts.previousCategory,
    comingChange:
      coming === undefined || coming.category === 'none'
        ? undefined
        : { category: coming.category, from: formatInstantIfAny(coming.from) },
    quality: facts.quality,
    words: facts.words,
    purpose: from === 'person' ? (entry.purpose ?? null) : undefined,
    changedNothing,
  };
}

/** Why nobody may get it; undefined = who agreed to its purpose may. */
function whyNot(template: Template, app: App, now: Milliseconds): View<typeof templateAnswer>['why'] {
  const use = templateUse(template, app.appId, now);
  if ('unusable' in use) return 'status';
  const purpose = use.purpose === undefined ? undefined : findPurpose(app, use.purpose);
  if (purpose === undefined) return 'without-purpose';
  return use.category === 'marketing' && purpose.category !== 'marketing' ? 'marketing-for-another-purpose' : undefined;
}
