import type { App } from '../app/app.ts';
import type { Choice } from '../collection/choice.ts';
import type { CollectionPoint } from '../collection/collection-point.ts';
import { wordsOfTheirOwn } from '../collection/own-words.ts';
import { findReference, type Reference } from '../collection/reference.ts';
import type { Signup } from '../collection/signup.ts';
import type { Evidence, Referral } from '../consent/statement.ts';
import type { PersonRef } from '../identity/person.ts';
import { appOfName, matchOptInSms } from '../keywords/match-opt-in-sms.ts';
import { type Prompt, type PromptAnswer, parseFlowToken, parsePromptAnswer } from '../prompts/prompt.ts';
import { type OptInAnswer, parseOptInAnswer } from '../replies/button-payloads.ts';
import type { Milliseconds } from '../time.ts';
import { channelRules } from './channel-rules.ts';
import type { InboundAct, PersonalItem } from './inbound-act.ts';
import { onlyNoCounts } from './only-no-counts.ts';
import { understandMessage, understandText } from './understand.ts';

/** What has to be looked up before an item can be decided about. */
export type Wanted =
  | { readonly want: 'choice' | 'point'; readonly code: string }
  /** A prompt, and whoever answers it, if it is of one of these apps. */
  | {
      readonly want: 'prompt';
      readonly code: string;
      readonly apps: readonly App[];
      readonly person: PersonRef;
      readonly at: Milliseconds;
    }
  /** The point of the ad by which the chat began. */
  | { readonly want: 'ad'; readonly app: App; readonly referral: Referral; readonly at: Milliseconds }
  /** An In-App Signup. */
  | { readonly want: 'signup'; readonly signupId: string }
  /** The words that advertised the keyword of this app. */
  | { readonly want: 'keyword-notice'; readonly app: App };

/** What was found of it. */
export interface Known {
  readonly choice?: Choice | undefined;
  readonly point?: CollectionPoint | undefined;
  readonly prompt?: Prompt | undefined;
  readonly signup?: Signup | undefined;
  /** The subject of whoever answered, and those that turned out to be it. */
  readonly presser?: readonly string[] | undefined;
  readonly seal?: Pick<Evidence, 'noticeHash' | 'noticeLocale'> | undefined;
}

/**
 * What has to be looked up; undefined for nearly every item, which then costs no request. Nothing is looked up for a clear stop, which must
 * not depend on anything else that is read.
 *
 * @param apps on the number that it came to
 */
export function wantedFor(item: PersonalItem, apps: readonly App[]): Wanted | undefined {
  if (item.event === 'signed-up') return { want: 'signup', signupId: item.signupId };
  if (item.event !== 'message') return undefined;
  const reference = referenceIn(item);
  if (reference !== undefined) return { want: reference.kind, code: reference.code };
  const prompted = promptAnswerIn(item);
  if (prompted !== undefined) {
    const { person, at } = item;
    return isHeard(item, prompted) ? { want: 'prompt', code: prompted.code, apps, person, at } : undefined;
  }
  const answer = answerIn(item);
  if (answer !== undefined) {
    return isHeard(item, answer) ? { want: 'choice', code: answer.code } : undefined;
  }
  const ad = adIn(item, apps);
  if (ad !== undefined) return ad;
  const named = onlyNoCounts(item) ? undefined : optInBy(item, apps)?.named;
  return named && { want: 'keyword-notice', app: named.app };
}

/**
 * The reference that a message carries, where what it leads to matters. Forwarded words
 * are somebody else's, and a button carries no words.
 */
function referenceIn(act: InboundAct): Reference | undefined {
  const reference = anyReferenceIn(act);
  if (reference === undefined) return undefined;
  return understandText(wordsOfTheirOwn(act.text ?? '', [])).act === 'stop' ? undefined : reference;
}

/** The ad that a chat began by, where it matters: a no stands whatever ad it answers, and must not depend on what is read of it. */
function adIn(act: InboundAct, [app]: readonly App[]): Wanted | undefined {
  const { referral, payload, at } = act;
  if (referral === undefined || app === undefined || onlyNoCounts(act)) return undefined;
  const { act: understood } = understandMessage(act);
  const isNo = understood === 'stop' || understood === 'unclear-stop';
  // A button of ours belongs to what it stood under.
  const isOurs = payload !== undefined && understood !== 'none';
  return isNo || isOurs ? undefined : { want: 'ad', app, referral, at };
}

/** Whether a message carries a reference at all. */
export function anyReferenceIn({ channel, text, payload, forwarded }: InboundAct): Reference | undefined {
  if (!channelRules[channel].carriesReferences || text === undefined || payload !== undefined || forwarded)
    return undefined;
  return findReference(text);
}

/** The answer to our question about a choice. Only a reply button is ours for certain; a template's button belongs to whoever made the template. */
export function answerIn({ payload }: InboundAct): OptInAnswer | undefined {
  return payload?.from === 'reply-button' ? parseOptInAnswer(payload.id) : undefined;
}

/** The answer to a prompt of ours, whichever way its payload was sent out. */
export function promptAnswerIn({ payload }: Pick<InboundAct, 'payload'>): PromptAnswer | undefined {
  if (payload?.from !== 'flow') return payload && parsePromptAnswer(payload.id);
  const code = parseFlowToken(payload.id);
  return code === undefined || payload.stop ? undefined : { answer: 'yes', code, ticked: payload.ticked };
}

/** A yes counts in the live chat only, a no everywhere but in the history of a phone. */
function isHeard(act: InboundAct, { answer }: { readonly answer: 'yes' | 'no' }): boolean {
  return answer === 'no' ? act.via !== 'history' : !onlyNoCounts(act);
}

/** `OPTIN <APP NAME>`, and the app that it names, if it names one on this number that marks purposes for it. */
export function optInBy(
  { channel, text }: InboundAct,
  apps: readonly App[],
): { readonly named?: { readonly app: App; readonly purposes: readonly string[] } } | undefined {
  const said = channelRules[channel].hearsOptIn && text !== undefined ? matchOptInSms(text) : undefined;
  if (said === undefined) return undefined;
  const app = appOfName(apps, said.appName);
  const marked = app?.purposes.filter(({ keywordOptIn }) => keywordOptIn === true) ?? [];
  if (app === undefined || marked.length === 0) return {};
  return { named: { app, purposes: marked.map(({ purposeId }) => purposeId) } };
}
