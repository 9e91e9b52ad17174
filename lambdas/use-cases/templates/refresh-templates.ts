import { canonicalJson, type Json } from '../../domain/ledger/canonical-json.ts';
import { type Template, type TemplateWords, unknownTemplate } from '../../domain/templates/template.ts';
import { saysTheSame, withFacts } from '../../domain/templates/template-facts.ts';
import { type Milliseconds, toSeconds } from '../../domain/time.ts';
import { inLanes } from '../ledger/in-lanes.ts';
import type { Clock } from '../ledger/ports.ts';
import type { MetaTemplates, ReadTemplate, TemplateStore } from './ports.ts';

export interface RefreshDeps {
  readonly templates: Pick<TemplateStore, 'all' | 'allWords' | 'change'>;
  readonly metaTemplates: MetaTemplates;
  readonly now: Clock;
}

/** Where a reading goes on that one call cannot end: an account may have 6,000 templates. */
export interface ReadingPlace {
  /** When it began. */
  readonly at: Milliseconds;
  /** Meta's own cursor. */
  readonly after: string;
  /** Whether something could not be read before. */
  readonly lacksSome: boolean;
}

export interface Refreshed {
  /** How many templates this part of Meta's list has. */
  readonly read: number;
  /** How many are new here, or not as they were. */
  readonly changed: number;
  /** How many the list does not have any more; known at its end. */
  readonly gone: number;
  /** How many of this part could not be read: nothing is taken for gone then. */
  readonly unreadable: number;
  /** When the reading began. */
  readonly at: Milliseconds;
  /** Undefined = that was all. */
  readonly next: ReadingPlace | undefined;
}

const atOnce = 8;
/** Pages of a hundred that one call reads: what a function can read and write in its time. */
export const pagesAtOnce = 5;

/**
 * Reads the templates of an account from Meta. What its list says counts as of the moment when the reading began, also over events
 * from before that come later: the reading decides. What the list does not have any more is gone, once all of it was read.
 *
 * @param place where a reading goes on; undefined = from the beginning
 * @throws what `MetaTemplates` throws; what this call read until then is not stored
 */
export async function refreshTemplates(deps: RefreshDeps, wabaId: string, place?: ReadingPlace): Promise<Refreshed> {
  const at = place?.at ?? deps.now();
  const { read, unreadable, after } = await readPages(deps.metaTemplates, wabaId, place?.after);
  const [templates, allWords] = await Promise.all([deps.templates.all(wabaId), deps.templates.allWords(wabaId)]);
  const stored = new Map(templates.map((template) => [keyOf(template), template]));
  const words = new Map(allWords.map((each) => [keyOf(each), each.words]));
  const lacksSome = unreadable > 0 || place?.lacksSome === true;
  const isAll = after === undefined && !lacksSome;
  const gone = isAll ? templates.filter((template) => !read.has(keyOf(template)) && isGone(template, at)) : [];
  const said: readonly ReadTemplate[] = [
    ...read.values(),
    ...gone.map(({ name, language }) => ({ name, language, facts: { status: 'gone' as const } })),
  ];
  const step = (each: ReadTemplate) => {
    const known = { template: stored.get(keyOf(each)), words: words.get(keyOf(each)) };
    return take(deps, wabaId, each, known, at);
  };
  const outcomes = await inLanes(said, () => [], step, atOnce);
  const changed = outcomes.filter((isNew) => isNew).length;
  const next = after === undefined ? undefined : { at, after, lacksSome };
  return { read: read.size, changed, gone: gone.length, unreadable, at, next };
}

async function readPages(metaTemplates: MetaTemplates, wabaId: string, from: string | undefined) {
  const read = new Map<string, ReadTemplate>();
  let unreadable = 0;
  let after = from;
  for (let pages = 0; pages < pagesAtOnce; pages += 1) {
    const page = await metaTemplates.page(wabaId, after);
    for (const template of page.templates) read.set(keyOf(template), template);
    unreadable += page.unreadable;
    after = page.next;
    if (after === undefined) break;
  }
  return { read, unreadable, after };
}

/** Not read by this reading, whichever call of it: every template that was read has its status as of then, or a later one. */
function isGone({ status }: Template, at: Milliseconds): boolean {
  if (status?.is === 'gone' || status?.is === 'deleted') return false;
  return status === undefined || toSeconds(status.at) < toSeconds(at);
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
