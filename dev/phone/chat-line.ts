import type { SentMessage } from '../outside-world/outside-world.ts';
import { contentOf, type Shown, type TemplateWordsOf } from './shown.ts';

/** What a person did, as the phone keeps it. */
export interface Said {
  readonly personId: string;
  readonly via: 'whatsapp' | 'sms' | 'phone';
  /** Our number: Meta's phone number id, an SMS number, or one that people call. */
  readonly ours: string;
  readonly messageId: string;
  /** RFC 3339, our clock. */
  readonly at: string;
  readonly text?: string;
  /** Not a message: what WhatsApp shows as a line of its own. A deleted chat shows nothing of before. */
  readonly event?:
    | 'missed-call'
    | 'number-changed'
    | 'marketing-stopped'
    | 'marketing-resumed'
    | 'chat-opened'
    | 'chat-deleted'
    | 'signed-up'
    | 'rang'
    | 'listened'
    | 'pressed';
  /** The headline of the ad that they tapped to come here. */
  readonly ad?: string;
  /** The message of theirs that this one changes. */
  readonly edits?: string;
  /** The message of the business that this one answers by a button, a row or a form. */
  readonly answers?: string;
  /** The status that Meta saw; of an SMS 200 = handled. */
  readonly status: number;
}

/** One line of a chat on the phone. */
export interface ChatLine extends Omit<Said, 'personId' | 'status'>, Shown {
  readonly by: 'person' | 'business';
  readonly status?: number;
}

/** A message of the business as the phone shows it. */
export function lineOfSent(
  { via, from: ours, messageId, sentAt: at, request }: SentMessage,
  templates?: TemplateWordsOf,
): ChatLine {
  return { by: 'business', via, ours, messageId, at, ...contentOf(via, request, templates) };
}

export function lineOfSaid({ personId: _, ...said }: Said): ChatLine {
  return { by: 'person', ...said };
}

/** The lines of a phone in their order, without what stood in a chat before it was deleted. */
export function inOrder(lines: readonly ChatLine[]): readonly ChatLine[] {
  const sorted = lines.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return sorted.filter(
    ({ ours, via }, index) =>
      !sorted.some(
        (each, later) => later >= index && each.event === 'chat-deleted' && each.ours === ours && each.via === via,
      ),
  );
}
