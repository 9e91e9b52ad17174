import { isPromptCode } from '../collection/reference.ts';
import type { ShownNotice } from '../notice/notice.ts';
import type { Milliseconds } from '../time.ts';

/** How long a yes to a prompt counts. A no counts for as long as it can be understood (decision 0059). */
export const promptsHoldFor: Milliseconds = 7 * 24 * 60 * 60 * 1000;

/** Whoever calls is asked once in so long at most, whatever they call (semantics 4, `opt-in-question`). */
export const welcomesApart: Milliseconds = 7 * 24 * 60 * 60 * 1000;

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
  /** What a no to all is to, where fixed words name more than was asked about. */
  readonly named?: readonly string[] | undefined;
  /** The collection point, with its campaign, by which the chat came in which it was asked. */
  readonly pointId?: string | undefined;
  readonly campaign?: string | undefined;
  readonly madeAt: Milliseconds;
  /** A yes counts before it. */
  readonly expiresAt: Milliseconds;
  /** The API key by which its payloads were issued. */
  readonly madeBy?: string | undefined;
}

/** What a button or row of a prompt says: yes or no to the purpose at this place, or to all that were shown. */
export interface PromptChoice {
  readonly answer: 'yes' | 'no';
  readonly purpose?: number;
}

/** An answer to a prompt: by a button or row, or by a form of WhatsApp (a Flow), which says what was ticked. */
export type PromptAnswer = { readonly code: string } & (
  | PromptChoice
  | { readonly answer: 'yes'; readonly ticked: readonly string[] }
);

/**
 * The payload of a button or row: `optledger:p:<code>:<choice>`, of `y<n>`, `y`, `n<n>` and `n`. Old messages keep it, so it never
 * changes.
 */
export function promptPayload(code: string, choice: PromptChoice): string {
  return `optledger:p:${code}:${choice.answer === 'yes' ? 'y' : 'n'}${choice.purpose ?? ''}`;
}

/** Reads such a payload; undefined for every other. */
export function parsePromptAnswer(payload: string): PromptAnswer | undefined {
  const [, code = '', answer, place = ''] = /^optledger:p:([a-z0-9]{16}):([yn])(\d{0,3})$/.exec(payload) ?? [];
  if (!isPromptCode(code)) return undefined;
  const purpose = place === '' ? undefined : Number(place);
  return { answer: answer === 'n' ? 'no' : 'yes', code, ...(purpose !== undefined && { purpose }) };
}

/** The `flow_token` with which a Flow is sent, so that its answer comes back to the prompt. No button carries it. */
export const flowToken = (code: string): string => `optledger:p:${code}:f`;

/** The code in such a token; undefined for every other. */
export function parseFlowToken(token: string): string | undefined {
  const [, code = ''] = /^optledger:p:([a-z0-9]{16}):f$/.exec(token) ?? [];
  return isPromptCode(code) ? code : undefined;
}

/** The purposes that an answer names, of those that were shown; none for a place or an id that was not. */
export function purposesAnswered(
  { purposes, named = purposes }: Pick<Prompt, 'purposes' | 'named'>,
  answer: PromptAnswer,
): readonly string[] {
  if ('ticked' in answer) return purposes.filter((purpose) => answer.ticked.includes(purpose));
  if (answer.purpose === undefined) return answer.answer === 'no' ? named : purposes;
  return purposes.slice(answer.purpose, answer.purpose + 1);
}
