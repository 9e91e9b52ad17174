import type { Source } from '../consent/statement.ts';
import { canonicalPhone, parseWaId } from '../identity/phone.ts';
import type { Milliseconds } from '../time.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** Where acts come from that a provider's payload shows. */
const signed: ReadonlySet<Source> = new Set([
  'whatsapp-message',
  'whatsapp-button',
  'whatsapp-platform',
  'in-app-signup',
]);

/** When provider's payloads that the ledger keeps showed a number and a BSUID together (semantics 5). */
export function pairProofs(entries: readonly LedgerEntry[], phone: string, bsuid: string): Milliseconds[] {
  return entries.filter((entry) => shows(entry, phone, bsuid)).map(({ header }) => header.saidAt);
}

function shows({ header, body }: LedgerEntry, phone: string, bsuid: string): boolean {
  if (!signed.has(header.source)) return false;
  const { waId, phone: number, bsuid: shown } = body?.evidence.identifiers ?? {};
  const digits = waId ?? number?.replace(/^\+/, '');
  return shown === bsuid && digits !== undefined && parseWaId(digits)?.digits === canonicalPhone(phone).digits;
}
