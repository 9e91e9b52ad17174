import type { App } from '../app/app.ts';
import { type CollectionPoint, tokenOf } from './collection-point.ts';
import { greetingWords } from './greeting.ts';
import { openingMessage } from './whatsapp-link.ts';

/** What Meta takes as the ready-made text of a short link, in characters (Meta, "QR codes and short links"). */
export const longestMessage = 140;
/** Stands for a greeting that is too long. Cut in the middle, a name such as "Stop & Shop" could become another word. */
const shortGreeting = '👋';

/**
 * What the chat behind Meta's short link begins with: the greeting and the token of the point. Meta keeps one text for everybody,
 * so it is in the language of the app.
 *
 * @returns at most 140 characters, and always the whole token
 */
export function metaLinkMessage(
  app: Pick<App, 'displayName' | 'locale'>,
  point: Pick<CollectionPoint, 'pointId' | 'greeting'>,
): string {
  const token = tokenOf(point.pointId);
  const message = openingMessage(point.greeting ?? greetingWords(app.locale, app.displayName), token);
  return message.length <= longestMessage ? message : openingMessage(shortGreeting, token);
}
