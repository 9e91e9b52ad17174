import { parseContact } from '../../adapters/providers/connect/parse-contact.ts';
import { spokenAnswer } from '../../domain/telephone/speak.ts';
import { saidName } from '../../edge/api/telephone/said-name.ts';
import { numberReader } from '../../edge/numbers/number-reader.ts';
import type { NoticeStore } from '../../use-cases/collection/ports.ts';
import type { Apps } from '../../use-cases/ledger/ports.ts';
import { type HearCallDeps, hearCall } from '../../use-cases/telephone/hear-call.ts';
import { speak } from '../../use-cases/telephone/speak.ts';
import { toldCall } from './told-call.ts';

export interface ContactDeps extends HearCallDeps {
  readonly apps: Pick<Apps, 'find'>;
  readonly notices: Pick<NoticeStore, 'find' | 'latest'>;
}

/**
 * What a flow gets: a flat map of strings (`STRING_MAP`), read there as `$.External.text`. `outcome` is `speak` where `text` is the menu,
 * else what came of the key; `nothing` where there is nothing to say.
 */
export type ContactAnswer = Readonly<Record<'outcome' | 'text' | 'locale' | 'said', string>>;

const readNumber = numberReader('e164');

/** Answers a flow of Amazon Connect. What it cannot use is kept aside. */
export async function contactAnswer(deps: ContactDeps, event: unknown): Promise<ContactAnswer> {
  const contact = parseContact(event);
  const app = contact && (await deps.apps.find(contact.appId));
  if (contact === undefined || app === undefined) {
    await deps.aside.keep('call-unreadable', { call: event, receivedAt: deps.now() });
    toldCall(contact?.appId ?? 'none', 'unreadable', deps.now());
    return { outcome: 'nothing', text: '', locale: '', said: '' };
  }
  const { call, locale, said } = contact;
  const spoken = await speak(deps.notices, app, locale);
  const says = spoken?.noticeLocale ?? app.locale;
  if (call.digits === undefined) {
    const isOn = spoken !== undefined && app.telephone?.ivr?.enabled === true;
    if (!isOn) return { outcome: 'nothing', text: spokenAnswer(says, 'nothing'), locale: says, said: '' };
    return { outcome: 'speak', text: spoken.text, locale: says, said: saidName(spoken) };
  }
  const heard = spoken !== undefined && said === saidName(spoken) ? spoken : undefined;
  const outcome = await hearCall(deps, app, call, readNumber, heard);
  toldCall(app.appId, outcome, deps.now());
  const after = outcome === 'requested' ? 'thanks' : outcome === 'refused' ? 'declined' : 'nothing';
  return { outcome, text: spokenAnswer(says, after), locale: says, said: said ?? '' };
}
