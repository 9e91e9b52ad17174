import type { App } from '../domain/app/app.ts';
import type { Evidence } from '../domain/consent/statement.ts';
import { understandMessage } from '../domain/inbound/understand.ts';
import type { PersonalEvent, WhatsappMessage } from '../domain/inbound/whatsapp-event.ts';
import { parseOptInAnswer } from '../domain/replies/button-payloads.ts';
import { type CarriedReference, carriedReference } from './carried-reference.ts';
import { answerQuestion, type FollowDeps, followReference } from './follow-reference.ts';
import { heard } from './heard.ts';

/**
 * Records what one item of a webhook says about a person. Safe to repeat: event ids come from Meta's own ids.
 * Rejects when something could not be stored. Answers whether the person has to be asked what they meant.
 */
export async function handleWhatsappEvent(
  deps: FollowDeps,
  app: App,
  event: PersonalEvent,
): Promise<'unclear-stop' | 'recorded'> {
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
        evidence: { messageId: event.messageId, identifiers: event.received },
      });
      return 'recorded';
  }
}

/** The keyword first, before any other use of the message; then a reference that it carries; then the window. */
async function handleMessage(
  deps: FollowDeps,
  app: App,
  message: WhatsappMessage,
): Promise<'unclear-stop' | 'recorded'> {
  const { ledger } = deps;
  const carried = await carriedReference(deps, app, message);
  const understood = understandMessage(carried === undefined ? message : { ...message, text: carried.rest });
  const { person, at, messageId } = message;
  const source = message.payload === undefined ? ('whatsapp-message' as const) : ('whatsapp-button' as const);
  const evidence = evidenceOf(message);
  let result: 'unclear-stop' | 'recorded' = 'recorded';
  switch (understood.act) {
    // A clear word also settles an earlier unclear one, in the statement itself.
    case 'stop':
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
      await ledger.recordSuppression(app, {
        person,
        at,
        eventId: messageId,
        reason: 'ambiguous-stop',
        lift: false,
        rule: understood.rule,
        evidence,
        source,
        reply: 'ask-whether-stop',
      });
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

/** What is no keyword may confirm a choice, come from a point, or answer our question. */
async function follow(
  deps: FollowDeps,
  app: App,
  message: WhatsappMessage,
  carried: CarriedReference | undefined,
  evidence: Evidence,
): Promise<'unclear-stop' | 'recorded'> {
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
  const text = message.payload?.id ?? message.text;
  return { ...(text !== undefined && { text }), messageId: message.messageId, identifiers: message.received };
}
