import { parseReference } from '../collection/reference.ts';
import { type Language, ownLanguage } from '../languages/language.ts';

/** The payload ids that we issue ourselves: the only ids of buttons that act. They never change, because old messages keep them. */
export const buttonPayloads = {
  /** Stops everything. */
  stopAll: 'optledger:stop-all',
  /** Ends marketing alone, as "No more offers" does; settles an unclear stop. */
  stopMarketing: 'optledger:stop-marketing',
  /** Asks for what comes, as a list to change. */
  preferences: 'optledger:preferences',
  /** Settles an unclear stop: it was none. */
  keep: 'optledger:keep',
  /** Takes back the stop, as START does. */
  start: 'optledger:start',
  /** Hands the person over to a human. */
  human: 'optledger:human',
} as const;

/** The payload of the button under a message in a language, which the list then speaks, too. */
export function preferencesPayload(language: Language): string {
  return `${buttonPayloads.preferences}:${language}`;
}

/** Whether a payload asks for the list, and in which language; those of templates and of before say none. Undefined for every other. */
export function parsePreferences(payload: string): { readonly language?: Language | undefined } | undefined {
  if (payload === buttonPayloads.preferences) return {};
  const [, named = ''] = /^optledger:preferences:([a-z]{2})$/.exec(payload) ?? [];
  const language = ownLanguage(named);
  return language && { language };
}

/** An answer to the question whether somebody agrees to a choice. */
export interface OptInAnswer {
  readonly answer: 'yes' | 'no';
  /** Of the choice. */
  readonly code: string;
}

/** The payload of a button under that question. */
export function optInAnswerPayload(answer: OptInAnswer['answer'], code: string): string {
  return `optledger:${answer}:${code}`;
}

/** Reads such a payload; undefined for every other. */
export function parseOptInAnswer(payload: string): OptInAnswer | undefined {
  const [, answer, code = ''] = /^optledger:(yes|no):([a-z0-9]{16})$/.exec(payload) ?? [];
  if (parseReference(code)?.kind !== 'choice') return undefined;
  return { answer: answer === 'yes' ? 'yes' : 'no', code };
}
