import type { App } from '../app/app.ts';
import type { Choice } from '../collection/choice.ts';
import type { CollectionPoint } from '../collection/collection-point.ts';
import { confirmerOf, decideConfirmation } from '../collection/confirm-choice.ts';
import { evidenceOfPoint } from '../collection/evidence-of-point.ts';
import { greetingWords } from '../collection/greeting.ts';
import { wordsOfTheirOwn } from '../collection/own-words.ts';
import { languages } from '../languages/language.ts';
import { evidenceOf } from './evidence-of-act.ts';
import { statementOf } from './heard-act.ts';
import type { InboundAct } from './inbound-act.ts';
import type { HeardChat, HeardStatement, InboundChange } from './inbound-decision.ts';
import { anyReferenceIn, type Known } from './wanted.ts';

/** What a message leads back to: a reference in it, or the ad that it answers. With what the person wrote besides the words that we had made ready. */
export type Carried = { readonly rest: string } & (
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'point'; readonly point: CollectionPoint }
  /** Not in the words: the chat began by an ad. */
  | { readonly kind: 'ad'; readonly point: CollectionPoint }
  /** It names nothing of an app on this number, or beside a clear stop it does not matter what it names: plain inbound. */
  | { readonly kind: 'unknown' }
);

/** The reference that a message carries, or undefined. */
export function carriedBy(act: InboundAct, apps: readonly App[], { choice, point }: Known): Carried | undefined {
  const { text } = act;
  if (text === undefined || anyReferenceIn(act) === undefined) {
    const isOfAd = act.referral !== undefined && point !== undefined;
    return isOfAd ? { kind: 'ad', point, rest: text ?? '' } : undefined;
  }
  const owner = apps.find(({ appId }) => appId === (choice ?? point)?.appId);
  if (owner !== undefined && choice !== undefined)
    return { kind: 'choice', choice, rest: wordsOfTheirOwn(text, [choice.words]) };
  if (owner !== undefined && point !== undefined)
    return { kind: 'point', point, rest: wordsOfTheirOwn(text, greetings(owner, point)) };
  return { kind: 'unknown', rest: wordsOfTheirOwn(text, []) };
}

/** What the chat of a point may have begun with: in which language the visitor read is not known here. */
function greetings(app: App, { greeting }: CollectionPoint): readonly string[] {
  const own = greeting === undefined ? [] : [greeting];
  return [...own, ...languages.map((language) => greetingWords(language, app.displayName))];
}

/**
 * What a message that is no keyword comes to by its reference: a choice is confirmed or asked about, a chat is attributed to its point.
 * Safe to repeat, and to go on with after a crash: the claim is the same sender's, every act has an id made from the message's.
 */
export function referenceChanges(act: InboundAct, { appId }: App, carried: Carried): readonly InboundChange[] {
  const { person, at, messageId } = act;
  switch (carried.kind) {
    case 'unknown':
      return [];
    case 'point':
    case 'ad': {
      const { point } = carried;
      if (point.appId !== appId) return [];
      const evidence = { ...evidenceOf(act), ...evidenceOfPoint(point) };
      return [{ record: 'chat', chat: { person, at, eventId: `${messageId}:chat`, point: point.pointId, evidence } }];
    }
    case 'choice': {
      const { choice } = carried;
      const { decide } = decideConfirmation(choice, person, act.text ?? '', at);
      if (choice.appId !== appId || decide === 'nothing') return [];
      const otherwise = askedAbout(act, choice);
      // The words of an ad may be the business's: from them only a no is heard.
      if (decide === 'ask' || act.referral !== undefined) return [{ record: 'chat', chat: otherwise }];
      return [{ record: 'confirmation', choice, by: confirmerOf(person), said: confirmed(act, choice), otherwise }];
    }
  }
}

function askedAbout(act: InboundAct, choice: Choice): HeardChat {
  const { person, at, messageId } = act;
  return {
    person,
    at,
    eventId: `${messageId}:asked`,
    point: choice.pointId,
    evidence: { ...evidenceOf(act), ...evidenceOfPoint(choice) },
    ask: { choice: choice.code },
  };
}

/** The phone says what was ticked: the opt-in, with what the page saw when the boxes were ticked. */
function confirmed(act: InboundAct, choice: Choice): HeardStatement {
  const { ip, userAgent, origin, utm, madeAt } = choice;
  return {
    ...statementOf(act),
    action: 'granted',
    purposes: choice.purposes,
    evidence: {
      ...evidenceOf(act),
      ...evidenceOfPoint(choice, choice.notice),
      ip,
      userAgent,
      origin,
      utm,
      tickedAt: new Date(madeAt).toISOString(),
    },
    eventId: `${act.messageId}:confirmed`,
    reply: 'opt-in-confirmed',
  };
}
