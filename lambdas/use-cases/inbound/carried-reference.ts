import type { App } from '../../domain/app/app.ts';
import type { Choice } from '../../domain/collection/choice.ts';
import type { CollectionPoint } from '../../domain/collection/collection-point.ts';
import { greetingWords } from '../../domain/collection/greeting.ts';
import { wordsOfTheirOwn } from '../../domain/collection/own-words.ts';
import { findReference } from '../../domain/collection/reference.ts';
import { understandText } from '../../domain/inbound/understand.ts';
import type { WhatsappMessage } from '../../domain/inbound/whatsapp-event.ts';
import { languages } from '../../domain/languages/language.ts';
import type { ChoiceStore, PointStore } from '../collection/ports.ts';

/** Where references lead. */
export interface ReferenceDeps {
  readonly choices: Pick<ChoiceStore, 'recall' | 'claim'>;
  readonly points: Pick<PointStore, 'find'>;
}

/** A reference in a message, and what the person wrote besides the words that we had made ready. */
export type CarriedReference = { readonly rest: string } & (
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'point'; readonly point: CollectionPoint }
  /** It names nothing of this app, or beside a clear stop it does not matter what it names: plain inbound. */
  | { readonly kind: 'unknown' }
);

/**
 * The reference that a message carries, or undefined. Costs no request for a message without one, nor for a clear stop, which must
 * not depend on anything else that is read. Forwarded words are somebody else's, and a button carries no words.
 */
export async function carriedReference(
  deps: ReferenceDeps,
  app: App,
  { text, payload, forwarded }: Pick<WhatsappMessage, 'text' | 'payload' | 'forwarded'>,
): Promise<CarriedReference | undefined> {
  if (text === undefined || payload !== undefined || forwarded) return undefined;
  const reference = findReference(text);
  if (reference === undefined) return undefined;
  const plain: CarriedReference = { kind: 'unknown', rest: wordsOfTheirOwn(text, []) };
  if (understandText(plain.rest).act === 'stop') return plain;
  if (reference.kind === 'choice') {
    const choice = await deps.choices.recall(reference.code);
    if (choice?.appId === app.appId) return { kind: 'choice', choice, rest: wordsOfTheirOwn(text, [choice.words]) };
  } else {
    const point = (await deps.points.find(reference.code))?.point;
    if (point?.appId === app.appId) return { kind: 'point', point, rest: wordsOfTheirOwn(text, greetings(app, point)) };
  }
  return plain;
}

/** What the chat of a point may have begun with: in which language the visitor read is not known here. */
function greetings(app: App, { greeting }: CollectionPoint): readonly string[] {
  const own = greeting === undefined ? [] : [greeting];
  return [...own, ...languages.map((language) => greetingWords(language, app.displayName))];
}
