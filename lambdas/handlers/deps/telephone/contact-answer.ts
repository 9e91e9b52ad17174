import { parseContact } from '../../../adapters/providers/connect/parse-contact.ts';
import { numberReader } from '../../../edge/numbers/number-reader.ts';
import type { Apps } from '../../../use-cases/ledger/ports.ts';
import { type MenuDeps, menu } from '../../../use-cases/telephone/menu.ts';
import { toldCall } from './told-call.ts';

export interface ContactDeps extends MenuDeps {
  readonly apps: Pick<Apps, 'find'>;
}

/** What a flow gets: a flat map of strings (`STRING_MAP`), read there as `$.External.text`. What it is told is in docs/telephone.md. */
export type ContactAnswer = Readonly<Record<'outcome' | 'text' | 'locale' | 'said', string>>;

const read = numberReader('e164');

/** Answers a flow of Amazon Connect. What it cannot use is kept aside. */
export async function contactAnswer(deps: ContactDeps, event: unknown): Promise<ContactAnswer> {
  const contact = parseContact(event);
  const app = contact && (await deps.apps.find(contact.appId));
  if (contact === undefined || app === undefined) {
    await deps.aside.keep('call-unreadable', { call: event, receivedAt: deps.now() });
    toldCall('none', 'unreadable', deps.now());
    return { outcome: 'silent', text: '', locale: '', said: '' };
  }
  const answer = await menu(deps, app, contact, read);
  toldCall(app.appId, answer.outcome, deps.now());
  return { ...answer };
}
