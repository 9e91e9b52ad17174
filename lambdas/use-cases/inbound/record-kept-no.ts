import type { App } from '../../domain/app/app.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { idAsEvidence, wordsAsEvidence } from '../../domain/inbound/words-as-evidence.ts';
import type { Ledger, RecordedStatement } from '../ledger/ports.ts';
import { recordNo } from '../ledger/record-no.ts';
import { recordOptOut } from '../ledger/record-reported.ts';
import type { AsideShelf, KeptMessage } from './ports.ts';
import { messageOf, type WaitingItem } from './waiting-aside.ts';

/** Who said it, as whoever read it names them. */
export interface NamedSender {
  readonly person: PersonRef;
  readonly identifiers: NonNullable<Evidence['identifiers']>;
}

/** What was recorded in one app. */
export interface KeptNo {
  readonly appId: string;
  readonly recorded: RecordedStatement;
}

/**
 * Records that somebody read a no in something kept aside: of everything, as said when the message says, in every app on its numbers, or in
 * `here` where they are no app's. It is the business that says what the words mean, so it is a reported no; what is heard again later may
 * add the person's own. Then it is settled, and lies on. Safe to repeat: under the name of what was kept it is one act for each person.
 *
 * @throws InvalidInputError nobody knows who said it, or two do
 */
export async function recordKeptNo(
  { ledger, shelf }: { readonly ledger: Ledger; readonly shelf: Pick<AsideShelf, 'settle'> },
  { item, about, apps, isNobodys }: WaitingItem,
  here: App,
  { operator, sender }: { readonly operator: string; readonly sender?: NamedSender | undefined },
): Promise<readonly KeptNo[]> {
  const message = messageOf(about);
  const user = whoOf(message, sender);
  const evidence: Evidence = {
    ...wordsAsEvidence(message?.text),
    messageId: message?.id === undefined ? undefined : idAsEvidence(message.id),
    documentRef: `aside:${item.id}`,
    // Whoever was first goes on being who it was: what is repeated gets the first answer.
    operator: item.settledBy ?? operator,
  };
  const noes: KeptNo[] = [];
  const concerned = isNobodys ? [...apps.filter(({ appId }) => appId !== here.appId), here] : apps;
  for (const app of concerned) {
    const recorded = await recordNo(evidence, (kept) =>
      recordOptOut(ledger, app, {
        user,
        purposes: 'all',
        saidAt: message?.at ?? about.receivedAt,
        source: 'api',
        by: 'data-subject',
        evidence: kept,
        eventId: `aside:${item.id}`,
      }),
    );
    noes.push({ appId: app.appId, recorded });
  }
  await shelf.settle(item, operator);
  return noes;
}

function whoOf(message: KeptMessage | undefined, named: NamedSender | undefined): NamedSender {
  if (message?.person === undefined) {
    if (named !== undefined) return named;
    const detail = 'Nothing in it says who wrote it. Name the person.';
    throw new InvalidInputError([{ pointer: '/user', code: 'required', detail }]);
  }
  if (named !== undefined) {
    const detail = 'The message itself says who wrote it. Leave this out.';
    throw new InvalidInputError([{ pointer: '/user', code: 'known-already', detail }]);
  }
  return { person: message.person, identifiers: message.received ?? {} };
}
