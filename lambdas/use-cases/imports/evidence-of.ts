import type { Evidence } from '../../domain/consent/statement.ts';
import type { Import } from '../../domain/import/import.ts';
import type { ReadRow } from '../../domain/import/read-row.ts';
import type { NoticeVersion } from '../../domain/notice/notice.ts';
import { sealNotice } from '../../domain/notice/seal-notice.ts';
import type { NoticeSeal } from '../ledger/ports.ts';
import type { Reported } from '../ledger/record-reported.ts';

/** The act of a row as a call would report it. */
export function reportedOf(known: Import, row: ReadRow, seal: NoticeSeal): Reported {
  const { importId, mapping, file, attestation } = known;
  const { documentRef = attestation?.documentRef, operator = attestation?.operator } = row;
  const { notice } = mapping ?? {};
  const evidence: Evidence = {
    ...(row.isNo !== true && notice),
    ...(row.isNo !== true && row.locale !== undefined && { noticeLocale: row.locale }),
    ...(documentRef !== undefined && { documentRef }),
    ...(operator !== undefined && { operator }),
    ...(file !== undefined && { fileHash: file.sha256 }),
    row: row.row,
    batch: importId,
  };
  return {
    user: personOf(row),
    purposes: row.purposes ?? [],
    saidAt: timeOf(known, row),
    source: row.source ?? mapping?.source ?? 'import',
    by: 'data-subject',
    evidence,
    seal,
    batch: importId,
    eventId: eventIdOf(known, row),
  };
}

/** When a row was said. */
export const timeOf = ({ createdAt }: Pick<Import, 'createdAt'>, { at }: Pick<ReadRow, 'at'>): number =>
  at ?? createdAt;

/** By what a row is found again, however often it is applied. */
export const eventIdOf = ({ importId }: Pick<Import, 'importId'>, { row }: Pick<ReadRow, 'row'>): string =>
  `${importId}|${row}`;

export function personOf({ phone, bsuid, written = {} }: ReadRow): Reported['user'] {
  return {
    person: { ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) },
    identifiers: written,
  };
}

/** Acts of one person go one after the other. */
export const lanesOf = ({ phone, bsuid }: ReadRow): readonly string[] =>
  [phone, bsuid].filter((each) => each !== undefined);

/**
 * Seals what a row claims of the notice that was shown.
 *
 * @returns the fault of a claim that is not true
 */
export function sealOf(
  { mapping }: Pick<Import, 'mapping'>,
  nearest: NoticeVersion | undefined,
  { locale, isNo }: Pick<ReadRow, 'locale' | 'isNo'>,
): NoticeSeal | 'unknown-locale' {
  if (isNo === true || mapping?.notice === undefined || nearest === undefined) return {};
  const { noticeVersion } = mapping.notice;
  const sealed = sealNotice({ noticeVersion, ...(locale !== undefined && { noticeLocale: locale }) }, nearest);
  return 'code' in sealed ? 'unknown-locale' : sealed;
}
