import type { App } from '../../domain/app/app.ts';
import { choiceLink } from '../../domain/collection/chat-link.ts';
import { chatWords } from '../../domain/collection/chat-words.ts';
import type { Choice } from '../../domain/collection/choice.ts';
import type { CollectionPoint } from '../../domain/collection/collection-point.ts';
import { evidenceOfPoint } from '../../domain/collection/evidence-of-point.ts';
import { choiceLifetime } from '../../domain/consent/consent-state.ts';
import type { Evidence, Source } from '../../domain/consent/statement.ts';
import { dayOf } from '../../domain/day.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { type NoticeText, type NoticeVersion, shownNotice } from '../../domain/notice/notice.ts';
import type { Clock, Ledger } from '../ledger/ports.ts';
import type { FormLimit } from './form-ports.ts';
import type { ChoiceStore } from './ports.ts';

export interface ChoiceDeps {
  readonly choices: Pick<ChoiceStore, 'create'>;
  readonly formLimit: Pick<FormLimit, 'takesNumber'>;
  readonly ledger: Pick<Ledger, 'recordStatement'>;
  readonly now: Clock;
  /** A new reference of the kind `choice`. */
  readonly newCode: () => string;
}

/** What somebody ticked on a page. */
export interface ChoiceRequest {
  readonly app: App;
  readonly point: CollectionPoint;
  readonly notice: NoticeVersion;
  /** The text of the notice that was shown. */
  readonly text: NoticeText;
  /** At least one, each offered by the point. */
  readonly purposes: readonly string[];
  /** Numbers typed on the page, canonical and as typed; none on pages that do not ask for one. */
  readonly numbers: readonly { readonly digits: string; readonly typed: string }[];
  readonly evidence: Pick<Evidence, 'ip' | 'userAgent' | 'origin' | 'utm'>;
  /** On the page behind a personal link: how the link came about. */
  readonly making?: Pick<Evidence, 'linkMadeBy' | 'linkMadeAt'>;
  /** The same form was a yes that counts at once, and is counted there. */
  readonly isRest?: boolean;
  /** The person of that link, when the choice is theirs: the request is recorded of them, with or without a number. */
  readonly by?: { readonly person: PersonRef; readonly source: Source };
}

/**
 * Keeps what somebody ticked until the phone confirms it, and makes the link that opens the chat with the words ready to send.
 * For each number typed a `requested` is recorded (reported, level 2): a page alone never makes anybody eligible. Beyond what a number
 * may be asked for in a day nothing is recorded of it, and the visitor sees no difference. A failure in the middle leaves requests that
 * lapse, and no link.
 *
 * @throws InvalidInputError a purpose that the point does not offer, or none; NotFoundError the app has no WhatsApp number
 */
export async function makeChoice(
  deps: ChoiceDeps,
  request: ChoiceRequest,
): Promise<{ readonly choice: Choice; readonly whatsappUrl: string }> {
  const { app, point, text, evidence, by } = request;
  const purposes = [...new Set(request.purposes)];
  mustBeOffered(point, purposes);
  const numbers = new Map(request.numbers.map(({ digits, typed }) => [digits, typed]));
  const notice = shownNotice(request.notice, text);
  const madeAt = deps.now();
  const choice: Choice = {
    code: deps.newCode(),
    appId: app.appId,
    ...evidenceOfPoint(point),
    purposes,
    notice,
    words: chatWords(text, purposes),
    numbers: [...numbers.keys()],
    madeAt,
    expiresAt: madeAt + choiceLifetime,
    ...evidence,
  };
  const whatsappUrl = choiceLink(app, choice);
  const asked = by === undefined || numbers.size > 0 ? [...numbers] : [undefined];
  for (const [index, number] of asked.entries()) {
    const [phone, typed] = number ?? [];
    if (phone !== undefined && !(await deps.formLimit.takesNumber(app.appId, phone))) continue;
    await deps.ledger.recordStatement(app, {
      person: by?.person ?? { phone },
      action: 'requested',
      purposes,
      level: 2,
      saidAt: madeAt,
      source: by?.source ?? 'web-form',
      evidence: {
        ...evidenceOfPoint(point, notice),
        ...evidence,
        ...request.making,
        ...(typed !== undefined && { identifiers: { phone: typed } }),
      },
      eventId: `choice:${choice.code}:${index}`,
      provider: false,
    });
  }
  const counts = request.isRest === true ? (['sentToChat'] as const) : (['ticked', 'sentToChat'] as const);
  await deps.choices.create(choice, {
    charges: counts.map((count) => ({ point: point.pointId, count })),
    day: dayOf(app.timeZone, madeAt),
  });
  return { choice, whatsappUrl };
}

function mustBeOffered(point: CollectionPoint, purposes: readonly string[]): void {
  const unknown = purposes.filter((purpose) => !point.purposes.includes(purpose));
  if (purposes.length > 0 && unknown.length === 0) return;
  throw new InvalidInputError([
    { pointer: '/purposes', code: 'not-offered', detail: 'Choose one or more of the purposes that are offered.' },
  ]);
}
