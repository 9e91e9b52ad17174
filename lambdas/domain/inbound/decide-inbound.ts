import type { App } from '../app/app.ts';
import type { Evidence } from '../consent/statement.ts';
import { askedAfterCall } from './ask-at-first.ts';
import { decideMessage } from './decide-message.ts';
import { decideSignup } from './decide-signup.ts';
import type { InboundAct, InboundCall, PersonalItem, SignedUp, ToldByProvider } from './inbound-act.ts';
import type { InboundChange, InboundDecision } from './inbound-decision.ts';
import type { Known } from './wanted.ts';
import { idAsEvidence, wordsAsEvidence } from './words-as-evidence.ts';

/**
 * What one item of a delivery comes to, whichever provider brought it: the one place where STOP, START, HELP, `OPTIN`, unclear words,
 * buttons, references and answers are decided about. Event ids come from the provider's own, so it is safe to repeat.
 *
 * @param apps on the number that it came to, at least one, always in the same order: the first one answers the person
 * @param known what `wantedFor` asked for
 */
export function decideInbound(item: PersonalItem, apps: readonly App[], known: Known): InboundDecision {
  if (item.event === 'message') return decideMessage(item, apps, known);
  if (item.event === 'signed-up') return decideSignup(item, apps, known);
  const all = [changeOf(item), ...refusalIn(item)];
  const changes = all.filter((change) => item.former === undefined || !isOfPresentNumber(change));
  if (changes.length === 0) return { come: 'nothing' };
  const asking = (app: App) => (item.event === 'call' ? changes.map((change) => asked(change, item, app)) : changes);
  return { come: 'record', apps: apps.map((app) => ({ app, changes: asking(app), isUnclear: false })) };
}

/** A call may be the first contact. */
function asked(change: InboundChange, call: InboundCall, app: App): InboundChange {
  const asks = change.record === 'window' ? askedAfterCall(call, app) : undefined;
  return change.record === 'window' && asks !== undefined ? { ...change, event: { ...change.event, asks } } : change;
}

/** A window, and WhatsApp's own leave to write again, are of the number with which they were opened or given. */
function isOfPresentNumber(change: InboundChange): boolean {
  if (change.record === 'preference') return change.event.value === 'resume';
  return change.record === 'window' || change.record === 'entry-point';
}

/** What a refusal tells of the person is heard first: what became of our message is only news. */
function refusalIn(item: PersonalItem): InboundChange[] {
  if ((item.event !== 'preference' && item.event !== 'entry-point') || item.refusal === undefined) return [];
  return [{ record: 'send-refused', refused: { ...item.refusal, at: item.at, to: item.received } }];
}

function changeOf(item: Exclude<PersonalItem, InboundAct | SignedUp>): InboundChange {
  const { person, at } = item;
  switch (item.event) {
    case 'call':
      return { record: 'window', event: { person, at, eventId: item.callId } };
    case 'entry-point':
      return { record: 'entry-point', event: { person, at, eventId: item.messageId } };
    case 'send-refused': {
      const { send, code, messageId, received: to, provider, receivedBy } = item;
      const about = provider && { provider, person, receivedBy };
      return { record: 'send-refused', refused: { send, code, at, messageId, to, about } };
    }
    case 'preference': {
      const { eventId, value } = item;
      return { record: 'preference', event: { person, at, eventId, value, evidence: { identifiers: item.received } } };
    }
    case 'told':
      return toldChange(item);
    case 'identifiers-changed': {
      const { messageId: eventId, becomes } = item;
      const evidence = { messageId: idAsEvidence(eventId), identifiers: item.received };
      return { record: 'identifiers', event: { person, at, eventId, becomes, evidence } };
    }
  }
}

/** A no that a provider reports is one of everything, and not the person's own; a yes of theirs says nothing that could be granted. */
function toldChange({ person, at, eventId, source, says, received, messageId, text }: ToldByProvider): InboundChange {
  const evidence: Evidence = {
    ...wordsAsEvidence(text),
    messageId: messageId === undefined ? undefined : idAsEvidence(messageId),
    identifiers: received,
  };
  if (says === 'opted-in') return { record: 'foreign-opt-in', event: { person, at, eventId, source, evidence } };
  const said = { person, action: 'revoked', purposes: 'all', level: 2, saidAt: at, source, evidence } as const;
  return { record: 'statement', said: { ...said, eventId, provider: true } };
}
