import { canonicalJson, type Json } from '../../domain/ledger/canonical-json.ts';
import { type Template, type TemplateWords, unknownTemplate } from '../../domain/templates/template.ts';
import { saysTheSame, withFacts } from '../../domain/templates/template-facts.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { inLanes } from '../ledger/in-lanes.ts';
import type { Clock } from '../ledger/ports.ts';
import type { MetaTemplates, ReadTemplate, TemplateStore } from './ports.ts';

export interface RefreshDeps {
  readonly templates: Pick<TemplateStore, 'all' | 'allWords' | 'change'>;
  readonly metaTemplates: MetaTemplates;
  readonly now: Clock;
}

export interface Refreshed {
  /** How many templates Meta's list has. */
  readonly read: number;
  /** How many are new here, or not as they were. */
  readonly changed: number;
  /** How many the list does not have any more. */
  readonly gone: number;
  /** How many of the list could not be read: nothing is taken for gone then. */
  readonly unreadable: number;
  /** When the reading began. */
  readonly at: Milliseconds;
}

const atOnce = 8;
/** Meta allows 6,000 templates, 100 on a page; a list without an end is none. */
const mostPages = 100;

/**
 * Reads every template of an account from Meta. What its list says counts as of the moment when the reading began, also over events
 * from before that come later: the reading decides. What the list does not have any more is gone, once all of it was read.
 *
 * @throws what `MetaTemplates` throws; what was read until then is not stored
 */
export async function refreshTemplates(deps: RefreshDeps, wabaId: string): Promise<Refreshed> {
  const at = deps.now();
  const { read, unreadable } = await readAll(deps.metaTemplates, wabaId);
  const [templates, allWords] = await Promise.all([deps.templates.all(wabaId), deps.templates.allWords(wabaId)]);
  const stored = new Map(templates.map((template) => [keyOf(template), template]));
  const words = new Map(allWords.map((each) => [keyOf(each), each.words]));
  const gone = unreadable > 0 ? [] : templates.filter((template) => isGone(template, read));
  const said: readonly ReadTemplate[] = [
    ...read.values(),
    ...gone.map(({ name, language }) => ({ name, language, facts: { status: 'gone' as const } })),
  ];
  const step = (each: ReadTemplate) => {
    const known = { template: stored.get(keyOf(each)), words: words.get(keyOf(each)) };
    return take(deps, wabaId, each, known, at);
  };
  const outcomes = await inLanes(said, () => [], step, atOnce);
  return { read: read.size, changed: outcomes.filter((isNew) => isNew).length, gone: gone.length, unreadable, at };
}

async function readAll(metaTemplates: MetaTemplates, wabaId: string) {
  const read = new Map<string, ReadTemplate>();
  let unreadable = 0;
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await metaTemplates.page(wabaId, after);
    for (const template of page.templates) read.set(keyOf(template), template);
    unreadable += page.unreadable;
    if (page.next === undefined) return { read, unreadable };
    after = page.next;
  }
  return { read, unreadable: unreadable + 1 };
}

function isGone(template: Template, read: ReadonlyMap<string, ReadTemplate>): boolean {
  return !read.has(keyOf(template)) && template.status?.is !== 'gone' && template.status?.is !== 'deleted';
}

/** @returns whether it is new, or another one than before */
async function take(
  { templates, now }: RefreshDeps,
  wabaId: string,
  { name, language, metaId, facts }: ReadTemplate,
  known: { readonly template: Template | undefined; readonly words: TemplateWords | undefined },
  at: Milliseconds,
): Promise<boolean> {
  const { words, ...others } = facts;
  const newWords = words !== undefined && !isSame(words, known.words) ? words : undefined;
  const said = { ...others, ...(newWords !== undefined && { words: newWords }) };
  let isNew = false;
  await templates.change(
    { wabaId, name, language },
    (stored) => {
      const before = stored ?? unknownTemplate({ wabaId, name, language });
      const after = { ...withFacts(before, facts, at, metaId), version: before.version + 1 };
      // An event that came meanwhile has the later words.
      const written = after.wordsAt === at ? newWords : undefined;
      isNew = stored === undefined || written !== undefined || !saysTheSame(before, after);
      const entry = { entryId: `reading-${after.version}`, at, heardAt: now(), from: 'reading' as const, facts: said };
      return { after, ...(isNew && { entry }), ...(written !== undefined && { words: written }) };
    },
    known,
  );
  return isNew;
}

function isSame(one: TemplateWords, other: TemplateWords | undefined): boolean {
  const spelled = (words: TemplateWords) => canonicalJson(words as unknown as Json);
  return other !== undefined && spelled(one) === spelled(other);
}

function keyOf({ name, language }: Pick<ReadTemplate, 'name' | 'language'>): string {
  return `${name}#${language}`;
}
