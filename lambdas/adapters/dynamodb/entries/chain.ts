import type { Outcome } from '../../../domain/consent/outcomes.ts';
import type { Evidence, Source } from '../../../domain/consent/statement.ts';
import {
  bodyText,
  headerText,
  type LedgerAct,
  type LedgerEntry,
  type LedgerHeader,
  refOf,
} from '../../../domain/ledger/ledger-entry.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home } from '../places/place.ts';
import { sha256 } from '../table/keyed-hash.ts';

/** An act before it has its place in the chain. */
export interface NewAct {
  readonly act: LedgerAct;
  readonly saidAt: Milliseconds;
  readonly recordedAt: Milliseconds;
  readonly source: Source;
  readonly rule?: string | undefined;
  readonly evidence: Evidence;
  readonly salt: string;
  readonly applied?: readonly Outcome[] | undefined;
  readonly copyOf?: LedgerHeader['copyOf'] | undefined;
}

/** `noticeId@version` as marks and headers carry it. */
export function noticeOf(evidence: Evidence): string | undefined {
  return evidence.noticeId === undefined ? undefined : `${evidence.noticeId}@${evidence.noticeVersion ?? 0}`;
}

/** The reference that the next act of a subject gets. */
export function nextRef(home: Home): string {
  return refOf(home.subject.subjectId, home.head.sequence + 1);
}

/** Appends an act to the chain of a home: the entry to write, and the head after it. */
export function append(home: Home, act: NewAct): { readonly entry: LedgerEntry; readonly head: Home['head'] } {
  const { subjectId } = home.subject;
  const sequence = home.head.sequence + 1;
  const body = { salt: act.salt, evidence: withoutUndefined(act.evidence) };
  const notice = noticeOf(act.evidence);
  const point = act.act.kind === 'chat' ? undefined : act.evidence.pointId;
  const header = {
    sequence,
    previousHash: home.head.hash,
    act: act.act,
    saidAt: act.saidAt,
    recordedAt: act.recordedAt,
    source: act.source,
    ...(act.rule !== undefined && { rule: act.rule }),
    ...(notice !== undefined && { notice }),
    ...(act.evidence.noticeHash !== undefined && { noticeHash: act.evidence.noticeHash }),
    ...(point !== undefined && { point }),
    ...(act.applied !== undefined && { appliedWhenRecorded: act.applied }),
    ...(act.copyOf !== undefined && { copyOf: act.copyOf }),
    bodyHash: sha256(bodyText(body)),
  };
  return {
    entry: { ref: refOf(subjectId, sequence), header, body },
    head: { sequence, hash: sha256(headerText(subjectId, header)) },
  };
}

/** Hashes must not depend on whether a member is absent or undefined. */
function withoutUndefined(evidence: Evidence): Evidence {
  return JSON.parse(JSON.stringify(evidence)) as Evidence;
}
