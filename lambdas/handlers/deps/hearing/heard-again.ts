import { aboutAside } from '../../../adapters/aside/about-aside.ts';
import { readAside } from '../../../adapters/aside/read-aside.ts';
import { smsStops } from '../../../adapters/dynamodb/directory/sms-stops.ts';
import { inboundEvents } from '../../../adapters/dynamodb/events/inbound-events.ts';
import { people } from '../../../adapters/dynamodb/identity/people.ts';
import { answerLimit } from '../../../adapters/dynamodb/messages/answer-limit.ts';
import { asideShelf } from '../../../adapters/dynamodb/messages/kept-aside.ts';
import { lateRefusals } from '../../../adapters/dynamodb/messages/late-refusals.ts';
import type { DocumentTable } from '../../../adapters/dynamodb/table/document-table.ts';
import { templateStore } from '../../../adapters/dynamodb/templates/template-store.ts';
import type { KeptAsideActDeps } from '../../../edge/api/kept-aside/kept-aside-act-routes.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';

/** What a function needs besides to hear again what was kept aside. */
export function heardAgainWith(
  table: DocumentTable,
  identifierKey: string,
  now: Clock,
): Pick<
  KeptAsideActDeps,
  'answers' | 'refusals' | 'stops' | 'sender' | 'templates' | 'events' | 'shelf' | 'read' | 'about'
> {
  return {
    answers: answerLimit(table, identifierKey, now),
    refusals: lateRefusals(table, identifierKey),
    stops: { people: people(table, identifierKey), smsStops: smsStops(table), now },
    // Whoever asked for help so long ago is not answered any more: it passes as done, and nothing goes out.
    sender: { send: async () => ({ came: 'sent' }) },
    templates: templateStore(table),
    events: inboundEvents(table, identifierKey, now),
    shelf: asideShelf(table),
    read: readAside,
    about: aboutAside,
  };
}
