import type { App } from '../app/app.ts';
import { NotFoundError } from '../errors.ts';
import type { Choice } from './choice.ts';
import { type CollectionPoint, tokenOf } from './collection-point.ts';
import { greetingWords } from './greeting.ts';
import { signupLink } from './signup.ts';
import { openingMessage, whatsappLink } from './whatsapp-link.ts';

/**
 * A link into the chat for somebody who ticked nothing: a greeting and the point's token, by which the chat is attributed to the
 * point. It is no opt-in. The link of an In-App Signup opens that instead.
 *
 * @param locale BCP 47 of the visitor, for points without a greeting of their own
 * @throws NotFoundError the app has no WhatsApp number
 */
export function chatLink(
  app: Pick<App, 'displayName' | 'whatsapp'>,
  point: Pick<CollectionPoint, 'pointId' | 'greeting' | 'signupId'>,
  locale: string,
): string {
  if (point.signupId !== undefined) return signupLink(whatsappPhone(app), point.signupId);
  const greeting = point.greeting ?? greetingWords(locale, app.displayName);
  return whatsappLink(whatsappPhone(app), openingMessage(greeting, tokenOf(point.pointId)));
}

/**
 * The link that opens the chat with a choice's words and code ready to send.
 *
 * @throws NotFoundError the app has no WhatsApp number
 */
export function choiceLink(app: Pick<App, 'whatsapp'>, choice: Pick<Choice, 'words' | 'code'>): string {
  return whatsappLink(whatsappPhone(app), openingMessage(choice.words, choice.code));
}

/**
 * The number of the business on WhatsApp.
 *
 * @throws NotFoundError the app has none: there is no chat to open
 */
export function whatsappPhone(app: Pick<App, 'whatsapp'>): string {
  if (app.whatsapp === undefined) throw new NotFoundError('The app has no WhatsApp number.');
  return app.whatsapp.phone;
}
