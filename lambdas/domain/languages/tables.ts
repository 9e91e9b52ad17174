import * as ar from './ar/words.ts';
import * as de from './de/words.ts';
import * as en from './en/words.ts';
import * as es from './es/words.ts';
import * as fr from './fr/words.ts';
import * as hi from './hi/words.ts';
import * as id from './id/words.ts';
import * as it from './it/words.ts';
import type { Language } from './language.ts';
import * as pt from './pt/words.ts';
import type { AgreementWords } from './topics/agreement.ts';
import type { ChatWords } from './topics/chat.ts';
import type { DoubtWords } from './topics/doubts.ts';
import type { FirstContactWords } from './topics/first-contact.ts';
import type { HumanWords } from './topics/human.ts';
import type { LintWords } from './topics/lint.ts';
import type { PageWords } from './topics/pages.ts';
import type { PersonalTexts } from './topics/personal-pages.ts';
import type { PhoneWords } from './topics/phone.ts';
import type { PosterWords } from './topics/poster.ts';
import type { ReplyTexts } from './topics/replies.ts';
import type { StarterWords } from './topics/starter.ts';
import type { ThreadTexts } from './topics/thread.ts';
import type { WayOutWords } from './topics/way-out.ts';
import type { WrittenWords } from './topics/written.ts';
import * as tr from './tr/words.ts';

/**
 * The words of every language that we speak, a table for each topic. A table that a function does not use is left out of its bundle,
 * and so are the words in it, as long as each table names each language's words by itself.
 */
type Table<Words> = Readonly<Record<Language, Words>>;

/** What stands around the sentence of agreement in a chat. */
export const agreementTable: Table<AgreementWords> = {
  en: en.agreement,
  es: es.agreement,
  pt: pt.agreement,
  fr: fr.agreement,
  de: de.agreement,
  it: it.agreement,
  hi: hi.agreement,
  ar: ar.agreement,
  id: id.agreement,
  tr: tr.agreement,
};

/** What a link makes ready in a chat. */
export const chatTable: Table<ChatWords> = {
  en: en.chat,
  es: es.chat,
  pt: pt.chat,
  fr: fr.chat,
  de: de.chat,
  it: it.chat,
  hi: hi.chat,
  ar: ar.chat,
  id: id.chat,
  tr: tr.chat,
};

/** What turns a yes into a doubt. */
export const doubtsTable: Table<DoubtWords> = {
  en: en.doubts,
  es: es.doubts,
  pt: pt.doubts,
  fr: fr.doubts,
  de: de.doubts,
  it: it.doubts,
  hi: hi.doubts,
  ar: ar.doubts,
  id: id.doubts,
  tr: tr.doubts,
};

/** The question of a first contact. */
export const firstContactTable: Table<FirstContactWords> = {
  en: en.firstContact,
  es: es.firstContact,
  pt: pt.firstContact,
  fr: fr.firstContact,
  de: de.firstContact,
  it: it.firstContact,
  hi: hi.firstContact,
  ar: ar.firstContact,
  id: id.firstContact,
  tr: tr.firstContact,
};

/** The way to a human: what we say of it, and how people ask for it. */
export const humanTable: Table<HumanWords> = {
  en: en.human,
  es: es.human,
  pt: pt.human,
  fr: fr.human,
  de: de.human,
  it: it.human,
  hi: hi.human,
  ar: ar.human,
  id: id.human,
  tr: tr.human,
};

/** What the linter looks for in a text. */
export const lintTable: Table<LintWords> = {
  en: en.lint,
  es: es.lint,
  pt: pt.lint,
  fr: fr.lint,
  de: de.lint,
  it: it.lint,
  hi: hi.lint,
  ar: ar.lint,
  id: id.lint,
  tr: tr.lint,
};

/** What our pages say. */
export const pagesTable: Table<PageWords> = {
  en: en.pages,
  es: es.pages,
  pt: pt.pages,
  fr: fr.pages,
  de: de.pages,
  it: it.pages,
  hi: hi.pages,
  ar: ar.pages,
  id: id.pages,
  tr: tr.pages,
};

/** What the pages behind personal links say beside that. */
export const personalPagesTable: Table<PersonalTexts> = {
  en: en.personalPages,
  es: es.personalPages,
  pt: pt.personalPages,
  fr: fr.personalPages,
  de: de.personalPages,
  it: it.personalPages,
  hi: hi.personalPages,
  ar: ar.personalPages,
  id: id.personalPages,
  tr: tr.personalPages,
};

/** What is said on the telephone. */
export const phoneTable: Table<PhoneWords> = {
  en: en.phone,
  es: es.phone,
  pt: pt.phone,
  fr: fr.phone,
  de: de.phone,
  it: it.phone,
  hi: hi.phone,
  ar: ar.phone,
  id: id.phone,
  tr: tr.phone,
};

/** What a poster says beside the words of the notice. */
export const posterTable: Table<PosterWords> = {
  en: en.poster,
  es: es.poster,
  pt: pt.poster,
  fr: fr.poster,
  de: de.poster,
  it: it.poster,
  hi: hi.poster,
  ar: ar.poster,
  id: id.poster,
  tr: tr.poster,
};

/** What we answer people. */
export const repliesTable: Table<ReplyTexts> = {
  en: en.replies,
  es: es.replies,
  pt: pt.replies,
  fr: fr.replies,
  de: de.replies,
  it: it.replies,
  hi: hi.replies,
  ar: ar.replies,
  id: id.replies,
  tr: tr.replies,
};

/** A notice to begin with. */
export const starterTable: Table<StarterWords> = {
  en: en.starter,
  es: es.starter,
  pt: pt.starter,
  fr: fr.starter,
  de: de.starter,
  it: it.starter,
  hi: hi.starter,
  ar: ar.starter,
  id: id.starter,
  tr: tr.starter,
};

/** What is said in the thread about changing what comes. */
export const threadTable: Table<ThreadTexts> = {
  en: en.thread,
  es: es.thread,
  pt: pt.thread,
  fr: fr.thread,
  de: de.thread,
  it: it.thread,
  hi: hi.thread,
  ar: ar.thread,
  id: id.thread,
  tr: tr.thread,
};

/** How a person ends the messages. */
export const wayOutTable: Table<WayOutWords> = {
  en: en.wayOut,
  es: es.wayOut,
  pt: pt.wayOut,
  fr: fr.wayOut,
  de: de.wayOut,
  it: it.wayOut,
  hi: hi.wayOut,
  ar: ar.wayOut,
  id: id.wayOut,
  tr: tr.wayOut,
};

/** By which words a text shows its language. */
export const writtenTable: Table<WrittenWords> = {
  en: en.written,
  es: es.written,
  pt: pt.written,
  fr: fr.written,
  de: de.written,
  it: it.written,
  hi: hi.written,
  ar: ar.written,
  id: id.written,
  tr: tr.written,
};
