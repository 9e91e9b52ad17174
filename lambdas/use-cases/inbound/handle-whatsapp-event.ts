import type { App } from '../../domain/app/app.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import { mayReply } from '../../domain/inbound/may-reply.ts';
import { type Understood, understandMessage } from '../../domain/inbound/understand.ts';
import type { PersonalEvent, WhatsappMessage } from '../../domain/inbound/whatsapp-event.ts';
import { idAsEvidence, wordsAsEvidence } from '../../domain/inbound/words-as-evidence.ts';
import { parseOptInAnswer } from '../../domain/replies/button-payloads.ts';
import { recordNo, recordStop } from '../ledger/record-no.ts';
import { type CarriedReference, carriedReference } from './carried-reference.ts';
import { answerQuestion, type FollowDeps, followReference } from './follow-reference.ts';
import { heard } from './heard.ts';

/** What came of an item: the person has to be asked what they meant, it is recorded, or it must be kept aside, and why. */
export type Handled = 'unclear-stop' | 'recorded' | { readonly keepAside: string };

/**
 * Records what one item of a webhook says about a person. Safe to repeat: event ids come from Meta's own ids.
 * Rejects when something could not be stored.
 */
export async function handleWhatsappEvent(deps: FollowDeps, app: App, event: PersonalEvent): Promise<Handled> {
  const { ledger } = deps;
  const { person, at } = event;
  switch (event.event) {
    case 'message':
      return handleMessage(deps, app, event);
    case 'call':
      await ledger.noteInbound(app, { person, at, eventId: event.callId });
      return 'recorded';
    case 'entry-point':
      await ledger.noteEntryPoint(app, { person, at, eventId: event.messageId });
      return 'recorded';
    case 'preference':
      await ledger.recordPlatformPreference(app, {
        person,
        at,
        eventId: event.eventId,
        value: event.value,
        evidence: { identifiers: event.received },
      });
      return 'recorded';
    case 'identifiers-changed':
      await ledger.changeIdentifiers(app, {
        person,
        at,
        eventId: event.messageId,
        becomes: event.becomes,
        evidence: { messageId: idAsEvidence(event.messageId), identifiers: event.received },
      });
      return 'recorded';
  }
}

/** The keyword first, before any other use of the message; then a reference that it carries; then the window. */
async function handleMessage(deps: FollowDeps, app: App, message: WhatsappMessage): Promise<Handled> {
  const { ledger } = deps;
  const carried = await carriedReference(deps, app, message);
  const understood = understandMessage(carried === undefined ? message : { ...message, text: carried.rest });
  if (onlyNoCounts(message) && !isNo(message, understood.act)) return leftOver(message);
  const { person, at, messageId } = message;
  const source = message.payload === undefined ? ('whatsapp-message' as const) : ('whatsapp-button' as const);
  const evidence = evidenceOf(message);
  let result: Handled = 'recorded';
  switch (understood.act) {
    // A clear word also settles an earlier unclear one, in the statement itself.
    case 'stop':
      await recordNo(evidence, async (evidence) => {
        const { reply, ...statement } = heard(understood);
        await recordStop(ledger, app, {
          person,
          ...statement,
          level: 3,
          saidAt: at,
          source,
          evidence,
          eventId: messageId,
          provider: true,
          ...(mayReply(message) && { reply }),
        });
      });
      break;
    case 'start':
      await ledger.recordStatement(app, {
        person,
        ...heard(understood),
        level: 3,
        saidAt: at,
        source,
        evidence,
        eventId: messageId,
        provider: true,
      });
      break;
    case 'unclear-stop':
      await recordNo(evidence, (evidence) =>
        ledger.recordSuppression(app, {
          person,
          at,
          eventId: messageId,
          reason: 'ambiguous-stop',
          lift: false,
          rule: understood.rule,
          evidence,
          source,
          ...(mayReply(message) && { reply: 'ask-whether-stop' }),
        }),
      );
      result = 'unclear-stop';
      break;
    case 'keep':
      await ledger.recordSuppression(app, {
        person,
        at,
        eventId: messageId,
        reason: 'ambiguous-stop',
        lift: true,
        evidence,
        source,
      });
      break;
    case 'help':
    case 'none':
      result = await follow(deps, app, message, carried, evidence);
      break;
  }
  if (message.opensWindow) await ledger.noteInbound(app, { person, at, eventId: messageId });
  return result;
}

/** Whether the message came another way than the live chat, or lacks something: then nothing but a no in it counts (semantics 6). */
function onlyNoCounts({ via, lacks }: WhatsappMessage): boolean {
  return via !== undefined || lacks !== undefined;
}

/** The history of a phone is read for clear stops only; a no to our question is one everywhere else. */
function isNo({ via, payload }: WhatsappMessage, act: Understood['act']): boolean {
  if (act === 'stop') return true;
  if (via === 'history') return false;
  const answer = payload?.from === 'reply-button' ? parseOptInAnswer(payload.id) : undefined;
  return act === 'unclear-stop' || answer?.answer === 'no';
}

/** What is no no, from where only a no counts: nothing, unless something is missing in it; then a person looks at it. */
function leftOver({ via, lacks }: WhatsappMessage): Handled {
  return via === undefined ? { keepAside: `message-without-${lacks?.[0] ?? 'time'}` } : 'recorded';
}

/** What is no keyword may confirm a choice, come from a point, or answer our question. */
async function follow(
  deps: FollowDeps,
  app: App,
  message: WhatsappMessage,
  carried: CarriedReference | undefined,
  evidence: Evidence,
): Promise<Handled> {
  if (carried !== undefined) {
    await followReference(deps, app, message, carried, evidence);
    return 'recorded';
  }
  const { payload } = message;
  // Only a reply button is ours for certain; a template's button belongs to whoever made the template.
  const answer = payload?.from === 'reply-button' ? parseOptInAnswer(payload.id) : undefined;
  return answer === undefined ? 'recorded' : answerQuestion(deps, app, message, answer, evidence);
}

function evidenceOf(message: WhatsappMessage): Evidence {
  const { payload, text, wordsReceived, messageId, lacks, received } = message;
  return {
    ...wordsAsEvidence(payload?.id ?? text, wordsReceived),
    ...(lacks?.includes('id') !== true && { messageId: idAsEvidence(messageId) }),
    identifiers: received,
  };
}
