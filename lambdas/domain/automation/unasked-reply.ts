import type { AutomatedKind, AutomatedReplies } from '../app/automated-replies.ts';
import type { Milliseconds } from '../time.ts';
import { isOpen } from '../window/customer-service-window.ts';
import { isOpenAt, wasOpenBetween } from './opening-hours.ts';

/** What is to be answered: of a keyword which of the answers. */
export interface Automated {
  readonly kind: AutomatedKind;
  readonly index?: number | undefined;
}

/**
 * What is said to a message whatever it says. That nobody is there is said once while nobody is and the window is open, a greeting to the
 * first message after the window was closed, never both. Apart from the keywords, because whoever sends knows no words that are heard.
 *
 * @param before the person's latest message before this one
 */
export function unaskedReply(
  { away, greeting }: Pick<AutomatedReplies, 'away' | 'greeting'>,
  timeZone: string,
  { at, before }: { readonly at: Milliseconds; readonly before: Milliseconds | undefined },
): Automated | undefined {
  const isFirst = before === undefined || !isOpen({ lastInboundAt: before }, at);
  if (away !== undefined && !isOpenAt(away.openingHours, timeZone, at)) {
    const isNews = isFirst || wasOpenBetween(away.openingHours, timeZone, before, at);
    return isNews ? { kind: 'away' } : undefined;
  }
  return greeting !== undefined && isFirst ? { kind: 'greeting' } : undefined;
}
