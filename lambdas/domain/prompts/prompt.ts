import { isPromptCode } from '../collection/reference.ts';
import type { ShownNotice } from '../notice/notice.ts';
import type { Milliseconds } from '../time.ts';

/** How long a yes to a prompt counts. A no counts for as long as it can be understood (decision 0059). */
export const promptsHoldFor: Milliseconds = 7 * 24 * 60 * 60 * 1000;

/** A message of ours to one person with buttons or rows that act: what was asked, of whom, under which notice. */
export interface Prompt {
  /** Nobody can guess it; the payloads of the buttons carry it. */
  readonly code: string;
  readonly appId: string;
  /** Whom it was made for: only theirs are the answers. */
  readonly subjectId: string;
  readonly kind: 'opt-in' | 'preferences' | 'issued';
  /** The payloads name them by their place in here. */
  readonly purposes: readonly string[];
  readonly notice?: ShownNotice | undefined;
  readonly madeAt: Milliseconds;
  /** A yes counts before it. */
  readonly expiresAt: Milliseconds;
}

/** What a button or row of a prompt says: yes to a purpose, no to a purpose, or no to all that were shown. */
export type PromptChoice =
  | { readonly answer: 'yes'; readonly purpose: number }
  | { readonly answer: 'no'; readonly purpose?: number };

export type PromptAnswer = PromptChoice & { readonly code: string };

/** The payload of a button or row: `optledger:p:<code>:<choice>`, of `y<n>`, `n<n>` and `n`. Old messages keep it, so it never changes. */
export function promptPayload(code: string, choice: PromptChoice): string {
  return `optledger:p:${code}:${choice.answer === 'yes' ? 'y' : 'n'}${choice.purpose ?? ''}`;
}

/** Reads such a payload; undefined for every other. */
export function parsePromptAnswer(payload: string): PromptAnswer | undefined {
  const [, code = '', answer, place = ''] = /^optledger:p:([a-z0-9]{16}):([yn])(\d{0,3})$/.exec(payload) ?? [];
  if (!isPromptCode(code)) return undefined;
  const purpose = place === '' ? undefined : Number(place);
  if (answer === 'n') return { answer: 'no', code, ...(purpose !== undefined && { purpose }) };
  return purpose === undefined ? undefined : { answer: 'yes', code, purpose };
}
