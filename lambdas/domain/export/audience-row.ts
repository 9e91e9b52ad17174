import type { Decision } from '../eligibility/decision.ts';
import type { EligibleRow } from '../eligibility/eligible-row.ts';
import { canonicalPhone } from '../identity/phone.ts';
import type { Milliseconds } from '../time.ts';
import { isOpen, serviceWindow, type WindowTimes } from '../window/customer-service-window.ts';

/** One person of an audience, as the files have it. Times are RFC 3339, UTC, with milliseconds. */
export interface AudienceRow {
  readonly userId: string;
  /** Canonical digits, no `+`: a spreadsheet takes a leading `+` for a formula (ASVS 1.2.10). */
  readonly phone?: string;
  readonly bsuid?: string;
  readonly purpose: string;
  readonly optedInAt: string;
  readonly source: string;
  readonly noticeId?: string;
  readonly noticeVersion?: string;
  readonly expiresAt?: string;
  /** Until when free-form messages are allowed; absent = the window is closed. */
  readonly windowOpenUntil?: string;
  readonly statementId: string;
}

/** The columns of the CSV, in order. */
export const audienceColumns = [
  'userId',
  'phone',
  'bsuid',
  'purpose',
  'optedInAt',
  'source',
  'noticeId',
  'noticeVersion',
  'expiresAt',
  'windowOpenUntil',
  'statementId',
] as const satisfies readonly (keyof AudienceRow)[];

/** The row of a person to whom `decision` allows templates of `purposeId`. */
export function audienceRow(
  row: EligibleRow,
  purposeId: string,
  decision: Pick<Decision, 'holdsUntil'>,
  window: WindowTimes,
  now: Milliseconds,
): AudienceRow {
  const { grant } = row;
  return {
    userId: row.userId,
    ...(row.phone !== undefined && { phone: canonicalPhone(row.phone).digits }),
    ...(row.bsuid !== undefined && { bsuid: row.bsuid }),
    purpose: purposeId,
    optedInAt: utc(grant.at * 1000),
    source: grant.source,
    ...(grant.notice !== undefined && notice(grant.notice)),
    ...(decision.holdsUntil !== null && { expiresAt: utc(decision.holdsUntil) }),
    ...(window.lastInboundAt !== undefined &&
      isOpen(window, now) && { windowOpenUntil: utc(window.lastInboundAt + serviceWindow) }),
    statementId: `stm_${grant.ref}`,
  };
}

/** One line of the JSONL file, with its end. */
export function jsonLine(row: AudienceRow): string {
  return `${JSON.stringify(row)}\n`;
}

function notice(idAtVersion: string): Pick<AudienceRow, 'noticeId' | 'noticeVersion'> {
  const at = idAtVersion.lastIndexOf('@');
  return at < 0
    ? { noticeId: idAtVersion }
    : { noticeId: idAtVersion.slice(0, at), noticeVersion: idAtVersion.slice(at + 1) };
}

function utc(time: Milliseconds): string {
  return new Date(time).toISOString();
}
