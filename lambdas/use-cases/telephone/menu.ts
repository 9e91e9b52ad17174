import type { App } from '../../domain/app/app.ts';
import type { SpokenNotice } from '../../domain/telephone/call-hook.ts';
import type { HeardCall, ReadNumber } from '../../domain/telephone/heard-call.ts';
import { spokenAnswer } from '../../domain/telephone/speak.ts';
import type { NoticeStore } from '../collection/ports.ts';
import { type CallOutcome, type HearCallDeps, hearCall } from './hear-call.ts';
import { speak } from './speak.ts';

export interface MenuDeps extends HearCallDeps {
  readonly notices: Pick<NoticeStore, 'latest'>;
  /** Names words that are said, so that a key brings along after which words it was pressed. */
  readonly nameOf: (spoken: SpokenNotice) => string;
}

/** What a menu is asked: what to say, or with digits what became of it. */
export interface MenuRequest {
  readonly call: HeardCall;
  /** BCP 47; undefined = the app's. */
  readonly locale: string | undefined;
  /** What `MenuAnswer.said` was. */
  readonly said: string | undefined;
}

/** What a menu says next; `speak` = the notice, and a key is waited for; `silent` = callers are asked for nothing. */
export interface MenuAnswer {
  readonly outcome: CallOutcome | 'speak' | 'silent';
  readonly text: string;
  readonly locale: string;
  /** Names the words, until other words are said. */
  readonly said: string;
}

/** A flow that passes on no name. */
const nameless: ReadonlySet<string | undefined> = new Set([undefined, '']);

/** Speaks with a caller: says the notice, then hears the key. A yes to other words than are said now is none; a no is a no. */
export async function menu(deps: MenuDeps, app: App, request: MenuRequest, read: ReadNumber): Promise<MenuAnswer> {
  const { call, said } = request;
  const spoken = await speak(deps.notices, app, request.locale);
  const locale = spoken?.noticeLocale ?? app.locale;
  const name = spoken === undefined ? '' : deps.nameOf(spoken);
  if (call.digits === undefined) {
    const isOn = spoken !== undefined && app.telephone?.ivr?.enabled === true;
    if (!isOn) return { outcome: 'silent', text: spokenAnswer(locale, 'nothing'), locale, said: '' };
    return { outcome: 'speak', text: spoken.text, locale, said: name };
  }
  const heard = said === name ? spoken : nameless.has(said) ? undefined : 'other-words';
  const outcome = await hearCall(deps, app, call, read, heard);
  const after = outcome === 'requested' ? 'thanks' : outcome === 'refused' ? 'declined' : 'nothing';
  return { outcome, text: spokenAnswer(locale, after), locale, said: name };
}
