import type { Source } from '../../../domain/consent/statement.ts';
import type { EligibleRow } from '../../../domain/eligibility/eligible-row.ts';
import { userIdOf } from '../places/user-id.ts';
import { eligibleKey } from '../table/keys.ts';

/** An eligible row as it lies in the table; attribute names are one letter because every byte is read by every export. */
export interface EligibleRowItem {
  readonly pk: string;
  readonly sk: string;
  /** Place where the subject was first known: with `u` it makes the userId. */
  readonly h: string;
  readonly p?: string;
  readonly b?: string;
  /** Grant: seconds, level, ref, source, notice. */
  readonly t: number;
  readonly l: 2 | 3;
  readonly r: string;
  readonly s: Source;
  readonly n?: string;
  /** Since when a grant that START gave back is valid, and the same where the purpose is marketing: seconds. */
  readonly f?: number;
  readonly mf?: number;
  /** Platform stop, ambiguous stop and stop of marketing: milliseconds. */
  readonly x?: number;
  readonly a?: number;
  readonly m?: number;
}

export function toEligibleRowItem(appId: string, purposeId: string, home: string, row: EligibleRow): EligibleRowItem {
  return {
    ...eligibleKey(appId, purposeId, row.subjectId),
    h: home,
    ...(row.phone !== undefined && { p: row.phone }),
    ...(row.bsuid !== undefined && { b: row.bsuid }),
    t: row.grant.at,
    l: row.grant.level,
    r: row.grant.ref,
    s: row.grant.source,
    ...(row.grant.notice !== undefined && { n: row.grant.notice }),
    ...(row.grant.from !== undefined && { f: row.grant.from }),
    ...(row.marketingFrom !== undefined && { mf: row.marketingFrom }),
    ...(row.platformStoppedAt !== undefined && { x: row.platformStoppedAt }),
    ...(row.ambiguousStopSince !== undefined && { a: row.ambiguousStopSince }),
    ...(row.marketingStoppedAt !== undefined && { m: row.marketingStoppedAt }),
  };
}

export function fromEligibleRowItem(item: EligibleRowItem): EligibleRow {
  const u = item.sk.slice(3);
  return {
    subjectId: u,
    userId: userIdOf(item.h, u),
    ...(item.p !== undefined && { phone: item.p }),
    ...(item.b !== undefined && { bsuid: item.b }),
    grant: {
      at: item.t,
      ...(item.f !== undefined && { from: item.f }),
      level: item.l,
      ref: item.r,
      source: item.s,
      ...(item.n !== undefined && { notice: item.n }),
    },
    ...(item.mf !== undefined && { marketingFrom: item.mf }),
    ...(item.x !== undefined && { platformStoppedAt: item.x }),
    ...(item.a !== undefined && { ambiguousStopSince: item.a }),
    ...(item.m !== undefined && { marketingStoppedAt: item.m }),
  };
}

/** A loss or move of an eligible row. `ttl` seven days. */
export interface WithdrawalItem {
  readonly pk: string;
  readonly sk: string;
  readonly u: string;
  readonly h: string;
  /** Milliseconds. */
  readonly at: number;
  readonly purposes: readonly string[];
  readonly why: 'opt-out' | 'platform-stop' | 'suppression' | 'merge' | 'number-change';
  readonly ref?: string;
  readonly ttl: number;
}
