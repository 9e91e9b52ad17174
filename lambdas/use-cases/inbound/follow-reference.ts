import type { App } from '../../domain/app/app.ts';
import type { Choice } from '../../domain/collection/choice.ts';
import { confirmerOf, decideConfirmation, mayConfirm } from '../../domain/collection/confirm-choice.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import { mayReply } from '../../domain/inbound/may-reply.ts';
import type { WhatsappMessage } from '../../domain/inbound/whatsapp-event.ts';
import type { OptInAnswer } from '../../domain/replies/button-payloads.ts';
import type { Ledger } from '../ledger/ports.ts';
import { recordNo, recordStop } from '../ledger/record-no.ts';
import type { CarriedReference, ReferenceDeps } from './carried-reference.ts';

export interface FollowDeps extends ReferenceDeps {
  readonly ledger: Ledger;
}

/**
 * Follows the reference of a message that is no keyword: a choice is confirmed or asked about, a chat is attributed to its point.
 * Safe to repeat, and to go on with after a crash: the claim is the same sender's, every act has an id made from the message's.
 *
 * @param received what the message itself proves: text, message id, identifiers
 */
export async function followReference(
  deps: FollowDeps,
  app: App,
  message: WhatsappMessage,
  carried: CarriedReference,
  received: Evidence,
): Promise<void> {
  const { person, at, messageId } = message;
  switch (carried.kind) {
    case 'unknown':
      return;
    case 'point': {
      const { pointId, campaign } = carried.point;
      const evidence = { ...received, pointId, ...(campaign !== undefined && { campaign }) };
      return deps.ledger.recordChat(app, { person, at, eventId: `${messageId}:chat`, point: pointId, evidence });
    }
    case 'choice': {
      const { choice } = carried;
      const { decide } = decideConfirmation(choice, person, message.text ?? '', at);
      if (decide === 'nothing') return;
      if (decide === 'grant' && (await deps.choices.claim(choice, confirmerOf(person)))) {
        return confirm(deps, app, message, choice, received);
      }
      return deps.ledger.recordChat(app, {
        person,
        at,
        eventId: `${messageId}:asked`,
        point: choice.pointId,
        evidence: { ...received, ...fromPoint(choice) },
        ask: { choice: choice.code },
      });
    }
  }
}

/** The phone says what was ticked: the opt-in, with what the page saw when the boxes were ticked. */
async function confirm(
  { ledger }: FollowDeps,
  app: App,
  { person, at, messageId }: WhatsappMessage,
  choice: Choice,
  received: Evidence,
): Promise<void> {
  const { ip, userAgent, origin, utm, madeAt } = choice;
  await ledger.recordStatement(app, {
    person,
    action: 'granted',
    purposes: choice.purposes,
    level: 3,
    saidAt: at,
    source: 'whatsapp-message',
    evidence: {
      ...received,
      ...choice.notice,
      ...fromPoint(choice),
      ...(ip !== undefined && { ip }),
      ...(userAgent !== undefined && { userAgent }),
      ...(origin !== undefined && { origin }),
      ...(utm !== undefined && { utm }),
      tickedAt: new Date(madeAt).toISOString(),
    },
    eventId: `${messageId}:confirmed`,
    provider: true,
    reply: 'opt-in-confirmed',
  });
}

/**
 * An answer to our question about a choice: yes is an opt-in under the notice that the question quoted, no a refusal. Of the page
 * only the point is evidence here, because whoever answers need not be who ticked. Buttons stay in a chat longer than choices are
 * kept: a no to a choice that is gone is a no to something, so it brakes like an unclear stop and the person is asked.
 */
export async function answerQuestion(
  deps: FollowDeps,
  app: App,
  message: WhatsappMessage,
  { answer, code }: OptInAnswer,
  received: Evidence,
): Promise<'unclear-stop' | 'recorded'> {
  const { person, at, messageId } = message;
  const choice = await deps.choices.recall(code);
  if (choice === undefined && answer === 'no') {
    await recordNo(received, (evidence) =>
      deps.ledger.recordSuppression(app, {
        person,
        at,
        eventId: messageId,
        reason: 'ambiguous-stop',
        lift: false,
        evidence,
        source: 'whatsapp-button',
        ...(mayReply(message) && { reply: 'ask-whether-stop' }),
      }),
    );
    return 'unclear-stop';
  }
  if (choice === undefined || choice.appId !== app.appId) return 'recorded';
  // A no is heard for as long as it can be understood; a yes only in time.
  if (answer === 'yes' && at >= choice.expiresAt) return 'recorded';
  const evidence = { ...received, ...choice.notice, ...fromPoint(choice) };
  const said = {
    person,
    purposes: choice.purposes,
    level: 3,
    saidAt: at,
    source: 'whatsapp-button',
    eventId: `${messageId}:answered`,
    provider: true,
  } as const;
  if (answer === 'yes') {
    const reply = 'opt-in-confirmed';
    await deps.ledger.recordStatement(app, { ...said, action: 'granted', evidence, reply });
  } else {
    await recordNo(evidence, (evidence) => recordStop(deps.ledger, app, { ...said, action: 'refused', evidence }));
  }
  // The page on which the boxes were ticked waits for this.
  if (answer === 'yes' && mayConfirm(choice, person)) await deps.choices.claim(choice, confirmerOf(person));
  return 'recorded';
}

function fromPoint({ pointId, campaign }: Choice): Pick<Evidence, 'pointId' | 'campaign'> {
  return { ...(pointId !== undefined && { pointId }), ...(campaign !== undefined && { campaign }) };
}
