import type { Milliseconds } from '../time.ts';
import { type Provider, passes } from './provider-codes.ts';

/** What came of a message of ours. `failed` = refused or unknown: former versions did not tell which. */
export type Came = 'sent' | 'refused' | 'unknown' | 'too-late' | 'not-sent' | 'failed';

/** Names one message of ours: what it was for, of whom. At most one goes out under a name. */
export interface SendName {
  readonly subjectId: string;
  /** Key of the ledger entry or errand that asked for it. */
  readonly entry: string;
  /** When the person did what asked for it. */
  readonly at: Milliseconds;
}

/** The name as it travels with the message and comes back with what the provider says of it later. Says nothing of the person. */
export function sendReference({ subjectId, entry, at }: SendName): string {
  return `optledger:s:${subjectId}:${at.toString(36)}:${entry}`;
}

/** Reads it; undefined for what others put there. Anybody who may send from the number can write one: believe nothing by it alone. */
export function parseSendReference(text: string): SendName | undefined {
  const [, subjectId = '', at = '', entry = ''] =
    /^optledger:s:([\w-]{11}):([0-9a-z]{1,9}):([\w-]{1,100})$/.exec(text) ?? [];
  return entry === '' ? undefined : { subjectId, entry, at: Number.parseInt(at, 36) };
}

/** An answer is due within five minutes (47 CFR 64.1200(a)(12)); what is given back to the queue comes again after this. */
export const comesAgainAfter: Milliseconds = 90_000;
const answerDue: Milliseconds = 5 * 60_000;

/** Nobody was asked, because what lets us send could not be read just now. */
export const secretUnread = 'secret-unread';

/** Whether a refused message is tried again: only after a code that says both "not taken" and "later", and only while it is in time then. */
export function mayTryAgain(provider: Provider, code: string, actAt: Milliseconds, now: Milliseconds): boolean {
  return (code === secretUnread || passes(provider, code)) && now + comesAgainAfter < actAt + answerDue;
}
