import type { Outcome } from '../../../domain/consent/outcomes.ts';
import type { Action, Evidence, Level, PurposeScope, Source } from '../../../domain/consent/statement.ts';
import type { SuppressionReason, SuppressionScope } from '../../../domain/consent/suppression.ts';
import type { EventDetail, ToldAct } from '../../../domain/events/event-of-act.ts';
import type { EventType } from '../../../domain/events/event-types.ts';
import type { ConsentAfter } from '../../../domain/ledger/changes.ts';
import { type LedgerAct, type LedgerEntry, type LedgerHeader, refOf } from '../../../domain/ledger/ledger-entry.ts';
import type { ReplyKind } from '../../../domain/ledger/reply-kind.ts';
import type { Handed, HandoverCause } from '../../../domain/window/handover.ts';
import type { ChargedAttributes } from '../table/charged-attributes.ts';
import type { Key } from '../table/keys.ts';

/** A ledger entry as it lies in the table. */
export interface LedgerItem extends Key, Partial<ChargedAttributes> {
  readonly n: number;
  readonly prev: string;
  readonly kind: LedgerAct['kind'];
  /** The rest of the act, by kind. */
  readonly action?: Action;
  readonly purposes?: PurposeScope;
  readonly level?: Level;
  readonly reason?: SuppressionReason;
  readonly lifted?: boolean;
  readonly scope?: SuppressionScope;
  /** The import by which a statement came, or whose grants never counted. */
  readonly batch?: string;
  readonly value?: 'stop' | 'resume';
  readonly change?: Extract<LedgerAct, { kind: 'identity' }>['change'];
  readonly other?: string;
  readonly handed?: Handed;
  readonly by?: HandoverCause;
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
  /** As what the world is told of it; the table stream is filtered on it. Beside it where the person was first known. */
  readonly event?: EventType;
  readonly h?: string;
  /** What the event says that the entry does not. */
  readonly ed?: EventDetail;
}

/** What an item holds besides its entry. None of it is in the chain. */
export interface LedgerItemExtras {
  readonly rq: string;
  readonly after?: ConsentAfter | undefined;
  readonly earlier?: boolean;
  readonly reply?: ReplyKind | undefined;
  readonly choice?: string | undefined;
  readonly charged?: ChargedAttributes | undefined;
  readonly told?: ToldAct | undefined;
  /** Of the person's userId. */
  readonly birthPlace?: string | undefined;
}

export function toLedgerItem(key: Key, { header, body }: LedgerEntry, extras: LedgerItemExtras): LedgerItem {
  return {
    ...key,
    n: header.sequence,
    prev: header.previousHash,
    // A chat names its point in the act.
    point: header.point,
    ...header.act,
    at: header.saidAt,
    rec: header.recordedAt,
    src: header.source,
    rule: header.rule,
    notice: header.notice,
    nh: header.noticeHash,
    applied: header.appliedWhenRecorded,
    co: header.copyOf,
    bh: header.bodyHash,
    body: body && { salt: body.salt, ...body.evidence },
    rq: extras.rq,
    after: extras.after,
    earlier: extras.earlier === true ? true : undefined,
    reply: extras.reply,
    choice: extras.choice,
    ...extras.charged,
    ...(extras.told !== undefined && { event: extras.told.type, h: extras.birthPlace, ed: extras.told.detail }),
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
      rule: item.rule,
      notice: item.notice,
      noticeHash: item.nh,
      point: item.kind === 'chat' ? undefined : item.point,
      appliedWhenRecorded: item.applied,
      copyOf: item.co,
      bodyHash: item.bh,
    },
    body: item.body && bodyOf(item.body),
  };
}

function bodyOf({ salt, ...evidence }: { readonly salt: string } & Evidence): { salt: string; evidence: Evidence } {
  return { salt, evidence };
}

function actOf(item: LedgerItem): LedgerAct {
  switch (item.kind) {
    case 'statement':
      return {
        kind: 'statement',
        action: must(item.action),
        purposes: must(item.purposes),
        level: must(item.level),
        batch: item.batch,
      };
    case 'suppression':
      return { kind: 'suppression', reason: must(item.reason), lifted: must(item.lifted), scope: item.scope };
    case 'platform-preference':
      return { kind: 'platform-preference', value: must(item.value) };
    case 'chat':
      return { kind: 'chat', point: item.point };
    case 'call':
      return { kind: 'call' };
    case 'foreign-opt-in':
      return { kind: 'foreign-opt-in' };
    case 'handover':
      return { kind: 'handover', handed: must(item.handed), by: must(item.by) };
    case 'identity':
      return { kind: 'identity', change: must(item.change), other: item.other };
  }
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A ledger item lacks a part of its act.');
  return value;
}
