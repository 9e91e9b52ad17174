import type { Template, TemplateName, TemplateWords } from '../../domain/templates/template.ts';
import type { TemplateFacts } from '../../domain/templates/template-facts.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** What was said of a template, whether or not it changed anything. Never changed. */
export interface TemplateEntry {
  /** When it happened; of a reading, when it began. */
  readonly at: Milliseconds;
  readonly heardAt: Milliseconds;
  readonly from: 'event' | 'reading' | 'person';
  readonly facts: TemplateFacts;
  /** Of a person's: which purpose the template serves from then on in which app; without `purpose` none. */
  readonly appId?: string;
  readonly purpose?: string;
  /** It was known already, or something later was: it stands here, and changed nothing. */
  readonly changedNothing?: true;
}

/** A change of a template, written as one. */
export interface TemplateChange {
  readonly after: Template;
  /** With the id that makes it the same at every delivery. */
  readonly entry?: TemplateEntry & { readonly entryId: string };
  readonly words?: TemplateWords;
}

/** The registry of message templates, by account, name and language. Every read is strong. */
export interface TemplateStore {
  /** The id by which the API names a template in its account. */
  idOf(name: Pick<TemplateName, 'name' | 'language'>): string;
  findById(wabaId: string, templateId: string): Promise<Template | undefined>;
  find(name: TemplateName): Promise<Template | undefined>;
  /** In the order of the names; one request. */
  findMany(names: readonly TemplateName[]): Promise<readonly (Template | undefined)[]>;
  /** In the order of their ids. @param after `next` of the page before */
  page(
    wabaId: string,
    limit: number,
    after?: string,
  ): Promise<{ readonly data: readonly Template[]; readonly next?: string }>;
  /** Every template of an account, which may have up to 6,000. */
  all(wabaId: string): Promise<readonly Template[]>;
  words(name: TemplateName): Promise<TemplateWords | undefined>;
  /** The words of every template of an account. */
  allWords(wabaId: string): Promise<readonly (TemplateName & { readonly words: TemplateWords })[]>;
  /** What was said of it, latest first. */
  history(name: TemplateName, limit: number): Promise<readonly TemplateEntry[]>;
  /**
   * Loads, decides and writes until nobody interferes.
   *
   * @param decide undefined = there is nothing to write. May be asked several times
   * @param known as it was just read, to spare a request
   * @returns what is stored now, and whether this wrote it: an entry that is there already changes nothing
   */
  change(
    name: TemplateName,
    decide: (before: Template | undefined) => TemplateChange | undefined,
    known?: { readonly template: Template | undefined },
  ): Promise<{ readonly template: Template | undefined; readonly isNew: boolean }>;
}

/** A template as Meta's list has it now. */
export interface ReadTemplate {
  readonly name: string;
  readonly language: string;
  readonly metaId?: string | undefined;
  readonly facts: TemplateFacts;
}

/**
 * Meta's list of the templates of an account, page by page. Throws MetaNotSetUpError without an access token, MetaRefusedError when Meta
 * refuses, and TryAgainError when it does not answer in time.
 */
export interface MetaTemplates {
  page(
    wabaId: string,
    after?: string,
  ): Promise<{
    readonly templates: readonly ReadTemplate[];
    readonly unreadable: number;
    readonly next?: string | undefined;
  }>;
}
