import type { Source } from '../../../domain/consent/statement.ts';
import type { EligibleRow } from '../../../domain/eligibility/eligible-row.ts';
import type { WithdrawalReason } from '../../../domain/eligibility/row-changes.ts';
import { userIdOf } from '../places/user-id.ts';
import type { Attributes } from '../table/attributes.ts';
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
  /** Platform stop, ambiguous stop, suppression of marketing by the business and stop of marketing: milliseconds. */
  readonly x?: number;
  readonly a?: number;
  readonly d?: number;
  readonly m?: number;
}

export function toEligibleRowItem(appId: string, purposeId: string, home: string, row: EligibleRow): EligibleRowItem {
  return {
    ...eligibleKey(appId, purposeId, row.subjectId),
    h: home,
    p: row.phone,
    b: row.bsuid,
    t: row.grant.at,
    l: row.grant.level,
    r: row.grant.ref,
    s: row.grant.source,
    n: row.grant.notice,
    f: row.grant.from,
    mf: row.marketingFrom,
    x: row.platformStoppedAt,
    a: row.ambiguousStopSince,
    d: row.suppressedSince,
    m: row.marketingStoppedAt,
  };
}

/** What an export reads of a row: all but the name of its partition. */
export const readOfRow = ['sk', 'h', 'p', 'b', 't', 'l', 'r', 's', 'n', 'f', 'mf', 'x', 'a', 'd', 'm'] as const;

/** A row as DynamoDB has it. An export reads millions, so each attribute is taken as what it is, and nothing else is looked for. */
export function readRowItem(attributes: Attributes): Omit<EligibleRowItem, 'pk'> {
  const { sk, h, p, b, t, l, r, s, n, f, mf, x, a, d, m } = attributes;
  return {
    sk: sk?.S ?? '',
    h: h?.S ?? '',
    p: p?.S,
    b: b?.S,
    t: Number(t?.N),
    l: Number(l?.N) as 2 | 3,
    r: r?.S ?? '',
    s: s?.S as Source,
    n: n?.S,
    f: numberOf(f),
    mf: numberOf(mf),
    x: numberOf(x),
    a: numberOf(a),
    d: numberOf(d),
    m: numberOf(m),
  };
}

const numberOf = (attribute: Attributes[string] | undefined): number | undefined =>
  attribute?.N === undefined ? undefined : Number(attribute.N);

export function fromEligibleRowItem(item: Omit<EligibleRowItem, 'pk'>): EligibleRow {
  const u = item.sk.slice(3);
  return {
    subjectId: u,
    userId: userIdOf(item.h, u),
    phone: item.p,
    bsuid: item.b,
    grant: {
      at: item.t,
      from: item.f,
      level: item.l,
      ref: item.r,
      source: item.s,
      notice: item.n,
    },
    marketingFrom: item.mf,
    platformStoppedAt: item.x,
    ambiguousStopSince: item.a,
    suppressedSince: item.d,
    marketingStoppedAt: item.m,
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
  readonly why: WithdrawalReason;
  readonly ref?: string;
  readonly ttl: number;
}
