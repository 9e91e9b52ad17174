import type { App } from '../app/app.ts';
import type { Language } from '../languages/language.ts';
import { askedAtFirst } from './ask-at-first.ts';
import { answerableOf, mayAnswerItself } from './automated-errand.ts';
import { channelRules } from './channel-rules.ts';
import { answerChanges } from './decide-answer.ts';
import { promptChanges } from './decide-prompt-answer.ts';
import { type Carried, carriedBy, referenceChanges } from './decide-reference.ts';
import { evidenceOf } from './evidence-of-act.ts';
import { brakeOf, handoverOf, sourceOf, statementOf } from './heard-act.ts';
import type { InboundAct } from './inbound-act.ts';
import type { AutomatedAct, ForApp, HeardStatement, InboundChange, InboundDecision } from './inbound-decision.ts';
import { mayReply } from './may-reply.ts';
import { isNo, onlyNoCounts } from './only-no-counts.ts';
import { type Understood, understandMessage } from './understand.ts';
import { answerIn, type Known, optInBy, promptAnswerIn } from './wanted.ts';

/** The keyword first, before any other use of the message; then what it refers to or answers; then the window. */
export function decideMessage(act: InboundAct, apps: readonly App[], known: Known): InboundDecision {
  const optIn = optInBy(act, apps);
  const carried = carriedBy(act, apps, known);
  const understood: Understood = optIn === undefined ? understoodIn(act, carried?.rest ?? act.text) : { act: 'none' };
  if (onlyNoCounts(act) && !isNo(act, understood.act)) return leftOver(act);
  if (optIn !== undefined) {
    const { named } = optIn;
    return named === undefined ? { come: 'help', apps } : { come: 'record', apps: [optedIn(act, named, known)] };
  }
  // A list is of WhatsApp: by SMS the words that change what comes are those of HELP.
  const asksForHelp = understood.act === 'help' || understood.act === 'preferences';
  if (asksForHelp && channelRules[act.channel].answersHelp) return { come: 'help', apps };
  return {
    come: 'record',
    apps: apps.map((app, index) => forApp(act, { app, isFirst: index === 0, understood, carried, known })),
  };
}

/**
 * What the person's words or button come to. The first words of a chat that an ad began may be the business's own (Meta, "Welcome message
 * sequences": autofill, ice breakers): they ask for nothing. A stop in them is a stop.
 */
function understoodIn(act: InboundAct, text: string | undefined): Understood {
  const understood = understandMessage({ ...act, text });
  if (act.referral === undefined || act.payload !== undefined) return understood;
  return understood.act === 'stop' || understood.act === 'unclear-stop' ? understood : { act: 'none' };
}

/** What is no no, from where only a no counts: nothing, unless something is missing in it; then a person looks at it. */
function leftOver({ channel, via, former, lacks }: InboundAct): InboundDecision {
  if (via !== undefined || former === 'portfolio') return { come: 'nothing' };
  return { come: 'keep-aside', why: `${channelRules[channel].called}-without-${lacks?.[0] ?? 'time'}` };
}

/** `OPTIN <APP NAME>`: the evidence is the SMS itself, with the notice that advertised the keyword. */
function optedIn(act: InboundAct, { app, purposes }: { app: App; purposes: readonly string[] }, known: Known): ForApp {
  const said: HeardStatement = {
    ...statementOf(act),
    action: 'granted',
    purposes,
    evidence: { ...evidenceOf(act), ...app.keywordNotice },
    seal: known.seal,
    reply: 'opt-in-confirmed',
  };
  return { app, changes: [{ record: 'statement', said }], isUnclear: false };
}

/** What is decided of a message for one of the apps on its number. */
interface OfApp {
  readonly app: App;
  /** The first one answers the person for all. */
  readonly isFirst: boolean;
  readonly understood: Understood;
  readonly carried: Carried | undefined;
  readonly known: Known;
}

function forApp(act: InboundAct, of: OfApp): ForApp {
  const { app, isFirst } = of;
  // Words for a human are words like any others where nobody is offered one.
  const understood: Understood =
    of.understood.act === 'human' && !isHandedOver(act, of) ? { act: 'none' } : of.understood;
  const opened = { person: act.person, at: act.at, eventId: act.messageId };
  const windowAfter = (changes: readonly InboundChange[], automated?: AutomatedAct): readonly InboundChange[] => {
    if (!act.opensWindow) return changes;
    const first = askedAtFirst(act, app, { understood: understood.act, carried: of.carried, changes });
    const event = first === undefined ? opened : { ...opened, asks: first };
    return [...changes, { record: 'window', event, ...(automated !== undefined && { automated }) }];
  };
  const asks = isFirst && mayReply(act);
  switch (understood.act) {
    // A clear word also settles an earlier unclear one, in the statement itself.
    case 'stop':
    case 'start': {
      const { reply, ...heard } = heardAs(understood);
      const said = { ...statementOf(act), ...heard, evidence: evidenceOf(act), reply: asks ? reply : undefined };
      return { app, changes: windowAfter([{ record: 'statement', said }]), isUnclear: false };
    }
    case 'unclear-stop': {
      const brake = { ...brakeOf(act), rule: understood.rule, reply: asks ? ('ask-whether-stop' as const) : undefined };
      return { app, changes: windowAfter([{ record: 'brake', brake }]), isUnclear: true };
    }
    case 'keep':
      return {
        app,
        changes: windowAfter([{ record: 'brake', brake: { ...brakeOf(act), lift: true } }]),
        isUnclear: false,
      };
    case 'human': {
      const handover = handoverOf(act, understood.rule);
      return { app, changes: windowAfter([{ record: 'handover', handover }]), isUnclear: false };
    }
    case 'preferences':
    case 'help':
    case 'none': {
      // With a reference the words stand beside what it names, and that comes first.
      if (understood.act === 'preferences' && of.carried === undefined) {
        const errand = asks ? [listFor(act, understood.language)] : [];
        // The window first: whoever writes for the first time is known by it.
        return { app, changes: [...windowAfter([]), ...errand], isUnclear: false };
      }
      const { changes, isUnclear } = followed(act, of, asks);
      return { app, changes: windowAfter(changes, answerable(act, of)), isUnclear };
    }
  }
}

/** The errand for the list, in the language of the words, or of the message that the button stood under. */
function listFor(act: InboundAct, locale: Language | undefined): InboundChange {
  const { person, at, messageId: eventId, received: identifiers } = act;
  return {
    record: 'errand',
    errand: { kind: 'preferences', person, at, eventId, source: sourceOf(act), identifiers, locale },
  };
}

/**
 * Whether somebody who asks for a human gets one: by a button of ours always, because it was promised; by words where the app has the
 * way to a human on. Live and on WhatsApp only, and not with the words beside a reference.
 */
function isHandedOver(act: InboundAct, { app, carried }: OfApp): boolean {
  if (!mayAnswerItself(act) || (carried !== undefined && carried.kind !== 'unknown')) return false;
  return act.payload !== undefined || app.automatedReplies?.human?.enabled === true;
}

/** A message that may be answered by what the app says itself, when nothing else answers it. */
function answerable(act: InboundAct, { app, carried }: OfApp): AutomatedAct | undefined {
  const may = app.automatedReplies !== undefined && mayAnswerItself(act) && isUnanswered(act, carried);
  return may ? answerableOf(act, carried) : undefined;
}

/** A button belongs to whatever it stood under, and a choice gets an answer of its own. */
function isUnanswered({ payload }: InboundAct, carried: Carried | undefined): boolean {
  return payload === undefined && carried?.kind !== 'choice';
}

/** What is no keyword may confirm a choice, come from a point, or answer our question. */
function followed(act: InboundAct, { app, carried, known }: OfApp, asks: boolean): Omit<ForApp, 'app'> {
  if (carried !== undefined) return { changes: referenceChanges(act, app, carried), isUnclear: false };
  const prompted = promptAnswerIn(act);
  if (prompted !== undefined) return promptChanges(act, { app, answer: prompted, known, asks });
  const answer = answerIn(act);
  return answer === undefined ? { changes: [], isUnclear: false } : answerChanges(act, { app, answer, known, asks });
}

/** What a stop or START says, and the reply that it asks for: the same on every channel. */
function heardAs(
  understood: Extract<Understood, { readonly act: 'stop' | 'start' }>,
): Pick<HeardStatement, 'action' | 'purposes' | 'rule' | 'reply'> {
  const { rule } = understood;
  if (understood.act === 'start') return { action: 'resumed', purposes: 'all', rule, reply: 'start-confirmed' };
  return understood.of === 'marketing'
    ? { action: 'revoked', purposes: 'marketing', rule, reply: 'marketing-stop-confirmed' }
    : { action: 'revoked', purposes: 'all', rule, reply: 'stop-confirmed' };
}
