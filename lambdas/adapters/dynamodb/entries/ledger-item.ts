import type { Charge } from '../../../domain/collection/charges.ts';
import type { ConsentState } from '../../../domain/consent/consent-state.ts';
import type { FoldedStatement } from '../../../domain/consent/folded-consent.ts';
import type { Outcome } from '../../../domain/consent/outcomes.ts';
import type { Action, Evidence, Level, PurposeScope, Source } from '../../../domain/consent/statement.ts';
import type { SuppressionReason } from '../../../domain/identity/subject.ts';
import { type LedgerAct, type LedgerEntry, type LedgerHeader, refOf } from '../../../domain/ledger/ledger-entry.ts';
import type { ReplyKind } from '../../../domain/replies/compose-reply.ts';
import { cutsIn, isCut } from '../table/cut.ts';
import { type Key, ledgerKey } from '../table/keys.ts';

/** State per purpose just after an act was recorded: part of the first answer. */
export type ConsentAfter = { readonly [purpose: string]: { readonly state: ConsentState; readonly since?: number } };

/** A ledger entry as it lies in the table. */
export interface LedgerItem extends Key {
  readonly n: number;
  readonly prev: string;
  readonly kind: LedgerAct['kind'];
  /** The rest of the act, by kind. */
  readonly action?: Action;
  readonly purposes?: PurposeScope;
  readonly level?: Level;
  readonly reason?: SuppressionReason;
  readonly lifted?: boolean;
  readonly value?: 'stop' | 'resume';
  readonly change?: Extract<LedgerAct, { kind: 'identity' }>['change'];
  readonly other?: string;
  /** The collection point where it happened. */
  readonly point?: string;
  readonly at: number;
  readonly rec: number;
  readonly src: Source;
  readonly rule?: string;
  readonly notice?: string;
  readonly nh?: string;
  readonly applied?: readonly Outcome[];
  /** The first entry of a no that came from another identifier. */
  readonly co?: LedgerHeader['copyOf'];
  readonly bh: string;
  /** Private body: salt and evidence. Erasure removes it. */
  readonly body?: { readonly salt: string } & Evidence;
  /** Hash of what the caller sent, to tell a retry from another call under the same event id. */
  readonly rq: string;
  readonly after?: ConsentAfter;
  /** It fell to somebody who held the identifier earlier: part of the first answer. */
  readonly earlier?: true;
  /** A reply to the person that this act asks for; the table stream is filtered on it. */
  readonly reply?: ReplyKind;
  /** The code of the choice that the reply asks about. */
  readonly choice?: string;
  /** What it counts at collection points. */
  readonly charges?: readonly Charge[];
  /** It counts something; the table stream is filtered on it. */
  readonly charged?: true;
}

/** What an item holds besides its entry. None of it is in the chain. */
export interface LedgerItemExtras {
  readonly rq: string;
  readonly after?: ConsentAfter | undefined;
  readonly earlier?: boolean;
  readonly reply?: ReplyKind | undefined;
  readonly choice?: string | undefined;
  readonly charges?: readonly Charge[] | undefined;
}

export function toLedgerItem(
  appId: string,
  subjectId: string,
  entryKey: string,
  entry: LedgerEntry,
  extras: LedgerItemExtras,
): LedgerItem {
  const { header, body } = entry;
  return {
    ...ledgerKey(appId, subjectId, entryKey),
    n: header.sequence,
    prev: header.previousHash,
    ...header.act,
    at: header.saidAt,
    rec: header.recordedAt,
    src: header.source,
    ...(header.rule !== undefined && { rule: header.rule }),
    ...(header.notice !== undefined && { notice: header.notice }),
    ...(header.noticeHash !== undefined && { nh: header.noticeHash }),
    ...(header.point !== undefined && { point: header.point }),
    ...(header.appliedWhenRecorded !== undefined && { applied: header.appliedWhenRecorded }),
    ...(header.copyOf !== undefined && { co: header.copyOf }),
    bh: header.bodyHash,
    ...(body !== undefined && { body: { salt: body.salt, ...body.evidence } }),
    rq: extras.rq,
    ...(extras.after !== undefined && { after: extras.after }),
    ...(extras.earlier === true && { earlier: true }),
    ...(extras.reply !== undefined && { reply: extras.reply }),
    ...(extras.choice !== undefined && { choice: extras.choice }),
    ...(extras.charges !== undefined && extras.charges.length > 0 && { charges: extras.charges, charged: true }),
  };
}

/** The subject whose ledger an item lies in. */
export function subjectOfLedgerItem(item: Key): string {
  return item.pk.slice(item.pk.lastIndexOf('#') + 1);
}

export function fromLedgerItem(item: LedgerItem): LedgerEntry {
  return {
    ref: refOf(subjectOfLedgerItem(item), item.n),
    header: {
      sequence: item.n,
      previousHash: item.prev,
      act: actOf(item),
      saidAt: item.at,
      recordedAt: item.rec,
      source: item.src,
      ...(item.rule !== undefined && { rule: item.rule }),
      ...(item.notice !== undefined && { notice: item.notice }),
      ...(item.nh !== undefined && { noticeHash: item.nh }),
      ...(item.point !== undefined && item.kind !== 'chat' && { point: item.point }),
      ...(item.applied !== undefined && { appliedWhenRecorded: item.applied }),
      ...(item.co !== undefined && { copyOf: item.co }),
      bodyHash: item.bh,
    },
    ...(item.body !== undefined && { body: bodyOf(item.body) }),
  };
}

function bodyOf({ salt, ...evidence }: { readonly salt: string } & Evidence): { salt: string; evidence: Evidence } {
  return { salt, evidence };
}

function actOf(item: LedgerItem): LedgerAct {
  switch (item.kind) {
    case 'statement':
      return { kind: 'statement', action: must(item.action), purposes: must(item.purposes), level: must(item.level) };
    case 'suppression':
      return { kind: 'suppression', reason: must(item.reason), lifted: must(item.lifted) };
    case 'platform-preference':
      return { kind: 'platform-preference', value: must(item.value) };
    case 'chat':
      return { kind: 'chat', ...(item.point !== undefined && { point: item.point }) };
    case 'identity':
      return { kind: 'identity', change: must(item.change), ...(item.other !== undefined && { other: item.other }) };
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A ledger item lacks a part of its act.');
  return value;
}

/** The statements among ledger entries that count in the fold. */
export function statementsOf(entries: readonly LedgerEntry[]): FoldedStatement[] {
  const cuts = cutsIn(entries);
  return entries.flatMap((entry) => {
    const { act, ...header } = entry.header;
    if (act.kind !== 'statement' || isCut(entry, cuts)) return [];
    return [
      {
        ref: entry.ref,
        action: act.action,
        purposes: act.purposes,
        level: act.level,
        saidAt: header.saidAt,
        recordedAt: header.recordedAt,
        source: header.source,
        ...(header.rule !== undefined && { rule: header.rule }),
        ...(header.notice !== undefined && { notice: header.notice }),
        ...(header.point !== undefined && { point: header.point }),
        ...(entry.body?.evidence.receivedBy !== undefined && { receivedBy: entry.body.evidence.receivedBy }),
      },
    ];
  });
}
