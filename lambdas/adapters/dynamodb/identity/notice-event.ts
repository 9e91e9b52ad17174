import type { Evidence } from '../../../domain/consent/statement.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import type { PersonEvent } from '../../../use-cases/ledger/ports.ts';

/** WhatsApp says that a person has new identifiers. */
export type NoticeEvent = PersonEvent & { readonly becomes: PersonRef; readonly evidence: Evidence };
