import type * as z from 'zod';
import type { Fault } from '../../../domain/errors.ts';
import type { ImportKind } from '../../../domain/import/import.ts';
import type { ImportMapping } from '../../../domain/import/mapping.ts';
import { sealNotice } from '../../../domain/notice/seal-notice.ts';
import type { NoticeStore } from '../../../use-cases/collection/ports.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import type { dryRunOrder } from './mapping.ts';

/** What a mapping lacks, or has too much of, for this kind of file; its form is told by its schema. */
export function mappingFaults(kind: ImportKind, { purposes, reason, columns }: JsonObject): readonly Fault[] {
  const of = (columns ?? {}) as JsonObject;
  const faults: Fault[] = [];
  if (kind === 'opt-ins' && typeof purposes === 'string') {
    const detail = 'Only opt-outs can be about "all" or "marketing"; opt-ins name their purposes in a list.';
    faults.push({ pointer: '/purposes', code: 'wrong-type', detail });
  }
  if (kind === 'opt-ins' && purposes === undefined && of.purposes === undefined) {
    const detail = 'Say what people opted in to: purposes, or a column of them.';
    faults.push({ pointer: '/purposes', code: 'required', detail });
  }
  if (kind === 'suppressions' && reason === undefined && of.reason === undefined) {
    faults.push({ pointer: '/reason', code: 'required', detail: 'Say why: a reason, or a column of reasons.' });
  }
  return faults;
}

/** What is not true of a notice that is named. One that the app does not know is the business's own. */
export async function noticeFaults(
  notices: Pick<NoticeStore, 'nearest'>,
  appId: string,
  named: ImportMapping['notice'],
): Promise<readonly Fault[]> {
  if (named === undefined) return [];
  const nearest = await notices.nearest(appId, named.noticeId, named.noticeVersion);
  const sealed = nearest === undefined ? {} : sealNotice({ noticeVersion: named.noticeVersion }, nearest);
  return 'code' in sealed ? [{ ...sealed, pointer: `/notice${sealed.pointer}` }] : [];
}

/** The mapping as it is kept. */
export function mappingOf({
  header: _header,
  source = 'import',
  ...order
}: z.output<typeof dryRunOrder>): ImportMapping {
  return { ...order, source };
}
