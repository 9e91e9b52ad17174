import type { Outcome } from '../consent/outcomes.ts';
import type { Action, Evidence, Level, PurposeScope, Source, StatementRef } from '../consent/statement.ts';
import type { SuppressionReason, SuppressionScope } from '../consent/suppression.ts';
import type { TravelledOver } from '../identity/denials.ts';
import type { Milliseconds } from '../time.ts';
import type { Handed, HandoverCause } from '../window/handover.ts';
import { canonicalJson, type Json } from './canonical-json.ts';

/** What a ledger entry tells. Only `statement` counts in the fold of consent. */
export type LedgerAct =
  | {
      readonly kind: 'statement';
      readonly action: Action;
      readonly purposes: PurposeScope;
      readonly level: Level;
      /** The import by which it came; of `annulled` the one whose grants never counted. In the header, so that it outlives an erasure. */
      readonly batch?: string | undefined;
    }
  | {
      readonly kind: 'suppression';
      readonly reason: SuppressionReason;
      readonly lifted: boolean;
      /** Of an administrative one that is set; of the others the reason says it. */
      readonly scope?: SuppressionScope | undefined;
    }
  | { readonly kind: 'platform-preference'; readonly value: 'stop' | 'resume' }
  /** A message with a reference of ours: of the point that brought it, or of a choice to be asked about. Never consent, opens nothing. */
  | { readonly kind: 'chat'; readonly point?: string }
  /** A call that nobody took. Never consent, opens nothing. */
  | { readonly kind: 'call' }
  /** Another system says that the person opted in there, and not to what. Evidence; never consent, opens nothing. */
  | { readonly kind: 'foreign-opt-in' }
  /** The person was handed over to a human, or back. Never consent, opens nothing. */
  | { readonly kind: 'handover'; readonly handed: Handed; readonly by: HandoverCause }
  | {
      readonly kind: 'identity';
      /** `cut`: grants said between the two times in `other` were another holder's, and count no longer. `split`: a stored pair that nothing proves. */
      readonly change: 'linked' | 'merged' | 'absorbed' | 'number-changed' | 'released' | 'cut' | 'split';
      readonly other?: string;
    };

/** The public part: verifiable by anybody, also after the private part was erased. Holds no identifier of the person. */
export interface LedgerHeader {
  readonly sequence: number;
  /** Hash of the header before it in recording order; empty for the first. */
  readonly previousHash: string;
  readonly act: LedgerAct;
  readonly saidAt: Milliseconds;
  readonly recordedAt: Milliseconds;
  readonly source: Source;
  readonly rule?: string;
  /** `noticeId@version` that was shown, and its hash. */
  readonly notice?: string;
  readonly noticeHash?: string;
  /** The collection point where it happened, `pt_…`; a chat names it in its act. */
  readonly point?: string;
  /** A no that came from another identifier: the first entry, and how it came. */
  readonly copyOf?: { readonly ref: StatementRef; readonly over: TravelledOver };
  /** What it came to when it was recorded; history, not state. */
  readonly appliedWhenRecorded?: readonly Outcome[];
  readonly bodyHash: string;
}

/** The private part: evidence as received, under a salt so that its hash says nothing once it is erased. */
export interface LedgerBody {
  readonly salt: string;
  readonly evidence: Evidence;
}

/** One act in the ledger of one subject. */
export interface LedgerEntry {
  readonly ref: StatementRef;
  readonly header: LedgerHeader;
  readonly body?: LedgerBody;
}

/** `<subject>.<sequence>`: the public id is `stm_` + this. */
export function refOf(subjectId: string, sequence: number): StatementRef {
  return `${subjectId}.${sequence}`;
}

/** What the hash of a header is computed over. */
export function headerText(subjectId: string, header: LedgerHeader): string {
  return canonicalJson({ subject: subjectId, ...header } as unknown as Json);
}

/** What the hash of a body is computed over. */
export function bodyText(body: LedgerBody): string {
  return canonicalJson(body as unknown as Json);
}

/** One thing wrong with a chain. */
export interface ChainFault {
  readonly sequence: number;
  readonly fault: 'missing' | 'twice' | 'previous-hash' | 'body-hash' | 'head';
}

/**
 * Checks the chain of one subject: sequences without a gap from 1 and none twice, each header holding the hash of the one before, each body
 * (where it still exists) matching its header, and the last header matching the head that the state keeps.
 */
export function verifyChain(
  subjectId: string,
  entries: readonly LedgerEntry[],
  head: { readonly sequence: number; readonly hash: string },
  sha256: (text: string) => string,
): ChainFault[] {
  const faults: ChainFault[] = [];
  const bySequence = new Map(entries.map((entry) => [entry.header.sequence, entry]));
  for (const { header } of entries) {
    if (bySequence.get(header.sequence)?.header !== header) faults.push({ sequence: header.sequence, fault: 'twice' });
  }
  let previousHash = '';
  for (let sequence = 1; sequence <= head.sequence; sequence += 1) {
    const entry = bySequence.get(sequence);
    if (entry === undefined) {
      faults.push({ sequence, fault: 'missing' });
      continue;
    }
    if (entry.header.previousHash !== previousHash) faults.push({ sequence, fault: 'previous-hash' });
    if (entry.body !== undefined && sha256(bodyText(entry.body)) !== entry.header.bodyHash)
      faults.push({ sequence, fault: 'body-hash' });
    previousHash = sha256(headerText(subjectId, entry.header));
  }
  if (previousHash !== head.hash) faults.push({ sequence: head.sequence, fault: 'head' });
  return faults;
}
