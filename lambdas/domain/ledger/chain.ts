import type { Outcome } from '../consent/outcomes.ts';
import type { Evidence, Source } from '../consent/statement.ts';
import type { Subject } from '../identity/subject.ts';
import type { Milliseconds } from '../time.ts';
import { bodyText, headerText, type LedgerAct, type LedgerEntry, type LedgerHeader, refOf } from './ledger-entry.ts';

/** The last entry of a chain: sequence 0 and no hash before the first. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** A person as a decision takes them. */
export interface PersonState {
  readonly subject: Subject;
  readonly head: ChainHead;
}

/** What recording takes besides the act itself. The domain reads no clock, makes no ids and hashes nothing: it is given them. */
export interface Recording {
  readonly now: Milliseconds;
  /** Unique; under it the evidence is hashed. */
  readonly salt: string;
  /** Undefined where nothing is recorded, as in a dry run: then nothing is spelt out and hashed, and hashes are empty. */
  readonly sha256: ((text: string) => string) | undefined;
  /** The act is a copy of a no that was recorded under another identifier first. */
  readonly copyOf?: LedgerHeader['copyOf'];
}

/** An act before it has its place in the chain. */
export interface NewAct {
  readonly act: LedgerAct;
  readonly saidAt: Milliseconds;
  readonly source: Source;
  readonly rule?: string | undefined;
  readonly evidence: Evidence;
  readonly applied?: readonly Outcome[] | undefined;
}

/** `noticeId@version` as marks and headers carry it. */
export function noticeOf(evidence: Evidence): string | undefined {
  return evidence.noticeId === undefined ? undefined : `${evidence.noticeId}@${evidence.noticeVersion ?? 0}`;
}

/** The reference that the next act of a person gets. */
export function nextRef({ subject, head }: PersonState): string {
  return refOf(subject.subjectId, head.sequence + 1);
}

/** Appends an act to a person's chain: the entry to write, and the head after it. */
export function append(
  { subject: { subjectId }, head }: PersonState,
  { act, saidAt, source, rule, evidence, applied }: NewAct,
  { now, salt, sha256, copyOf }: Recording,
): { readonly entry: LedgerEntry; readonly head: ChainHead } {
  const sequence = head.sequence + 1;
  const body = { salt, evidence: withoutUndefined(evidence) };
  const header: LedgerHeader = {
    sequence,
    previousHash: head.hash,
    act,
    saidAt,
    recordedAt: now,
    source,
    rule,
    notice: noticeOf(evidence),
    noticeHash: evidence.noticeHash,
    point: act.kind === 'chat' ? undefined : evidence.pointId,
    appliedWhenRecorded: applied,
    copyOf,
    bodyHash: sha256?.(bodyText(body)) ?? '',
  };
  return {
    entry: { ref: refOf(subjectId, sequence), header, body },
    head: { sequence, hash: sha256?.(headerText(subjectId, header)) ?? '' },
  };
}

/** Hashes must not depend on whether a member is absent or undefined. */
function withoutUndefined(evidence: Evidence): Evidence {
  return isJson(evidence) ? evidence : (JSON.parse(JSON.stringify(evidence)) as Evidence);
}

/** Whether a value is what it would be if it were written as JSON and read again; most evidence is. */
function isJson(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
    ? Object.values(value).every(isJson)
    : false;
}
