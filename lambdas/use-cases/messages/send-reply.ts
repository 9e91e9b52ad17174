import type { App } from '../../domain/app/app.ts';
import { leastSecondsApart } from '../../domain/app/automated-replies.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { unaskedReply } from '../../domain/automation/unasked-reply.ts';
import type { EligibilityFacts } from '../../domain/eligibility/eligibility.ts';
import { unknownPerson } from '../../domain/eligibility/eligibility.ts';
import { DomainError, isRefusal } from '../../domain/errors.ts';
import { parseBsuid } from '../../domain/identity/bsuid.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { parsePhone, parseWaId } from '../../domain/identity/phone.ts';
import { inPortfolio } from '../../domain/identity/portfolio.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import {
  automatedName,
  composeAutomated,
  composeHandover,
  kindOfAutomated,
} from '../../domain/replies/compose-automated.ts';
import { composeReply } from '../../domain/replies/compose-reply.ts';
import { decideReply, tooLate } from '../../domain/replies/decide-reply.ts';
import { optInQuestion } from '../../domain/replies/opt-in-question.ts';
import type { OutgoingMessage, ReplyMessage } from '../../domain/replies/outgoing-message.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import {
  type CoveredApp,
  noticeOfReply,
  promised,
  type ReplyWords,
  replyWords,
  textOfReply,
} from '../../domain/replies/reply-words.ts';
import type { Provider } from '../../domain/sends/provider-codes.ts';
import { mayTryAgain, sendReference } from '../../domain/sends/send.ts';
import type { SendResult } from '../../domain/sends/send-result.ts';
import { smsProviderOf } from '../../domain/sends/sms-provider.ts';
import type { ChoiceStore } from '../collection/ports.ts';
import { factsOf as factsOfPerson } from '../eligibility/facts-of.ts';
import type { Apps } from '../ledger/ports.ts';
import { type AskFirstDeps, firstQuestion } from './ask-first.ts';
import { type FeedBackDeps, feedBack } from './feed-back.ts';
import type { AnswerLimit, Sends, SmsSender, WhatsappRecipient, WhatsappSender } from './ports.ts';
import { showPreferences } from './show-preferences.ts';
import { type WelcomeDeps, welcomeQuestion } from './welcome.ts';

export interface ReplyDeps extends FeedBackDeps, Omit<AskFirstDeps, 'prompts'>, Omit<WelcomeDeps, 'prompts'> {
  readonly prompts: AskFirstDeps['prompts'] & WelcomeDeps['prompts'];
  readonly apps: Pick<Apps, 'find' | 'onSmsNumber'>;
  readonly choices: Pick<ChoiceStore, 'find'>;
  readonly sends: Sends;
  readonly answers: AnswerLimit;
  readonly whatsapp: WhatsappSender;
  readonly sms: SmsSender;
}

export type ReplyResult =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'not-sent'; readonly codes: readonly string[] }
  /** Not sent for now: to be tried again. */
  | { readonly outcome: 'again'; readonly codes: readonly string[] }
  | { readonly outcome: 'refused' | 'unknown'; readonly code?: string };

/**
 * Answers a recorded act of a person, at most once: it is claimed before the message goes out, and what may have gone out is not tried
 * again, because a second confirmation is worse than none. Rejects when the store cannot answer; then it may be called again.
 */
export async function sendReply(deps: ReplyDeps, request: ReplyRequest): Promise<ReplyResult> {
  const { appId, kind, sequence } = request;
  const notSent = (...codes: string[]): ReplyResult => ({ outcome: 'not-sent', codes });
  /** The same, where the business is to see why. */
  const refused = async (...codes: string[]): Promise<ReplyResult> => {
    await deps.sends.note(appId, request, { kind, sequence, came: 'not-sent', codes });
    return notSent(...codes);
  };
  const app = await deps.apps.find(request.appId);
  if (app === undefined) return notSent('unknown-app');
  const person = await personOfRequest(deps, app, request).catch(refusalOf);
  if (person instanceof DomainError) return notSent(person.code);
  const isQuestion = request.kind === 'first-contact' || request.kind === 'welcome';
  if (isQuestion && !isStillTheirs(request, person)) return refused('no-address');
  const facts = person === undefined ? unknownPerson : factsOfPerson(person);
  const first = isQuestion ? await asked(deps, app, request, person, facts) : undefined;
  if (first !== undefined && 'codes' in first) {
    const greeted = request.kind === 'welcome' ? undefined : greetedInstead(app, request);
    return greeted === undefined ? refused(...first.codes) : sendReply(deps, greeted);
  }
  const question = request.kind === 'opt-in-question' ? await questionOf(deps, app, request) : first;
  const decision = decideReply(request, first?.judgedAs ?? app, facts, deps.now(), question?.purposes, first?.askedAs);
  if (!decision.send) {
    const isLate = decision.codes.some((code) => tooLate.has(code));
    return isLate ? notSent(...(await onceTooLate(deps, request, decision.codes))) : refused(...decision.codes);
  }
  const message = question?.message ?? (await answerTo(deps, request, { app, ...personal(facts) }));
  const outgoing = message && outgoingOf(deps, app, request, message);
  if (message === undefined || outgoing === undefined) return refused('no-address');
  if (!(await mayAskAgain(deps, app, request))) return refused('asked-enough');
  if (first !== undefined && !(await first.keep())) return refused(first.unless);
  const { provider, to } = outgoing;
  const claimed = await deps.sends.claim(appId, request, { kind, sequence, provider, text: message.text }, to);
  if (!claimed) return notSent('sent-before');
  return settled(deps, app, request, outgoing, await outgoing.send());
}

const asked = (deps: ReplyDeps, ...[app, request, person, facts]: QuestionOf) =>
  request.kind === 'welcome'
    ? welcomeQuestion(deps, app, request, person, facts)
    : firstQuestion(deps, app, request, person, facts);
type QuestionOf = [app: App, request: ReplyRequest, person: KnownPerson | undefined, facts: EligibilityFacts];

/** Who has nothing to be asked at a first contact is greeted as anybody is. */
function greetedInstead({ automatedReplies = {}, timeZone }: App, request: ReplyRequest): ReplyRequest | undefined {
  const found = unaskedReply(automatedReplies, timeZone, { at: request.at, before: undefined });
  return found && { ...request, kind: 'automated-reply', words: automatedName(automatedReplies, found) };
}

/** Keeps what the provider answered, and what that says of the person. */
async function settled(
  deps: ReplyDeps,
  app: App,
  request: ReplyRequest,
  { provider, person }: Outgoing,
  result: SendResult,
): Promise<ReplyResult> {
  const { appId } = app;
  if (result.came === 'not-sent') {
    await deps.sends.release(appId, request, [result.code]);
    if (mayTryAgain(provider, result.code, request.at, deps.now())) return { outcome: 'again', codes: [result.code] };
    return { outcome: 'not-sent', codes: [result.code] };
  }
  if (result.came === 'refused') {
    const { code } = result;
    const giveBack = () => deps.sends.release(appId, request, [code]);
    if (mayTryAgain(provider, code, request.at, deps.now())) {
      await giveBack();
      return { outcome: 'again', codes: [code] };
    }
    try {
      await feedBack(deps, app, request, { provider, code, to: person });
    } catch (error) {
      // A stop may be in it: the provider is asked once more, and says it again.
      await giveBack();
      throw error;
    }
  }
  // That this cannot be kept changes nothing of what came: without it nobody knows, and nothing is sent again.
  await deps.sends.settle(appId, request, result).catch(() => undefined);
  if (result.came === 'sent') return { outcome: 'sent' };
  return { outcome: result.came, ...(result.code !== undefined && { code: result.code }) };
}

/** Nobody waits for a reply that was sent: an entry that comes again after its time is not too late a second time, or at all. */
async function onceTooLate(
  { sends }: ReplyDeps,
  request: ReplyRequest,
  codes: readonly string[],
): Promise<readonly string[]> {
  const { appId, kind, sequence } = request;
  const isFirst = await sends.note(appId, request, { kind, sequence, came: 'too-late', codes });
  return isFirst ? codes : ['sent-before'];
}

const taken: ReadonlySet<string> = new Set(['taken', 'taken-before']);

/**
 * A robot may settle the question and open it again without an end, ask for the list or a human, or answer every answer: then it hears no
 * more. Whoever has had three lists can still use the last one.
 */
async function mayAskAgain({ answers }: ReplyDeps, app: App, request: ReplyRequest): Promise<boolean> {
  const { appId, subjectId, entry, kind, source } = request;
  const channel = source === 'sms-keyword' ? 'sms' : 'whatsapp';
  const answer = { appId, channel, person: subjectId, to: entry } as const;
  switch (kind) {
    case 'ask-whether-stop':
    case 'preferences':
    case 'handover-confirmed':
      return taken.has(await answers.take({ ...answer, kind }));
    case 'automated-reply': {
      const apart = (app.automatedReplies?.minimumSeconds ?? leastSecondsApart) * 1000;
      return taken.has(await answers.take({ ...answer, kind, of: kindOfAutomated(request.words ?? ''), apart }));
    }
    default:
      return true;
  }
}

/** As of the act; of a question that may wait for a day, as of today. */
function personOfRequest(deps: ReplyDeps, app: App, request: ReplyRequest): Promise<KnownPerson | undefined> {
  const isOfToday = request.kind === 'first-contact' || request.kind === 'welcome';
  const at = isOfToday ? deps.now() : request.at;
  return deps.people.find(app.appId, inPortfolio(personOf(request), portfolioCount(app).now), at);
}

/** Meanwhile a number may be somebody else's, or nobody's. */
function isStillTheirs({ subjectId }: ReplyRequest, person: KnownPerson | undefined): boolean {
  return person !== undefined && [person.subject.subjectId, ...(person.absorbed ?? [])].includes(subjectId);
}

async function factsOf(deps: ReplyDeps, app: App, request: ReplyRequest): Promise<EligibilityFacts> {
  const known = await personOfRequest(deps, app, request);
  return known === undefined ? unknownPerson : factsOfPerson(known);
}

const personal = ({ registers, countries }: EligibilityFacts) => ({ registers, countries });

/** Identifiers that lead to no one person will lead to none at a retry either: the reply is not sent. Other errors pass on. */
function refusalOf(error: unknown): DomainError {
  if (isRefusal(error)) return error;
  throw error;
}

function personOf({ identifiers }: ReplyRequest): PersonRef {
  const parsed = parsePhone(identifiers.phone ?? '');
  const phone = 'digits' in parsed ? parsed.digits : parseWaId(identifiers.waId ?? '')?.digits;
  const bsuid = bsuidOf(identifiers);
  return { phone, bsuid };
}

/** A BSUID may have stood where the number belongs. */
function bsuidOf({ bsuid, waId }: ReplyRequest['identifiers']): string | undefined {
  return parseBsuid(bsuid ?? '') ?? parseBsuid(waId ?? '');
}

/** The question about a choice, while the choice has not lapsed and its notice can be shown whole. */
async function questionOf(
  deps: ReplyDeps,
  app: App,
  request: ReplyRequest,
): Promise<{ readonly purposes: readonly string[]; readonly message: ReplyMessage } | undefined> {
  const choice = request.choice === undefined ? undefined : await deps.choices.find(request.choice);
  if (choice === undefined || choice.appId !== app.appId) return undefined;
  const { noticeId, noticeVersion, noticeLocale } = choice.notice;
  const notice = await deps.notices.find(app.appId, noticeId, noticeVersion);
  const text = notice?.texts.find(({ locale }) => locale === noticeLocale);
  const message = text && optInQuestion(text, choice.purposes, choice.code);
  return message && { purposes: choice.purposes, message };
}

/** The answer to an act in the person's language; undefined where there is none, as without a choice to ask about. */
async function answerTo(deps: ReplyDeps, request: ReplyRequest, of: CoveredApp): Promise<ReplyMessage | undefined> {
  const { kind, source } = request;
  if (kind === 'opt-in-question' || kind === 'first-contact' || kind === 'welcome') return undefined;
  if (kind === 'preferences') return source === 'sms-keyword' ? undefined : showPreferences(deps, request, of);
  const isSms = source === 'sms-keyword';
  const covered = isSms ? await coveredApps(deps, request, of) : [of];
  const words = await wordsFor(deps, request, of, covered);
  const locales = [...(request.locale === undefined ? [] : [request.locale]), words.locale];
  if (kind === 'automated-reply') return composeAutomated(of.app, request.words ?? '', locales);
  if (kind === 'handover-confirmed') return composeHandover(of.app, locales[0] ?? of.app.locale, deps.now());
  return composeReply(
    kind,
    covered.map(({ app }) => app),
    // Twilio takes no buttons: there the question is asked with the words to write, as by SMS.
    isSms || of.app.whatsapp?.provider === 'twilio' ? 'sms' : 'whatsapp',
    words,
  );
}

async function wordsFor(
  { notices, now }: ReplyDeps,
  request: ReplyRequest,
  { app, registers }: CoveredApp,
  covered: readonly CoveredApp[],
): Promise<ReplyWords> {
  const notice = noticeOfReply(request, registers);
  const version = notice && (await notices.find(app.appId, notice.noticeId, notice.noticeVersion));
  return replyWords(request, covered, notice && textOfReply(app, notice, version), now());
}

/** A message on its way: by whom, to whom. */
interface Outgoing {
  readonly provider: Provider;
  /** On WhatsApp, and by SMS where late news is believed by it. */
  readonly to?: WhatsappRecipient | { readonly phone: string };
  /** Whom a refusal is about: nobody but the one identifier that it was sent to. */
  readonly person: PersonRef;
  readonly send: () => Promise<SendResult>;
}

/** How the message goes out on the channel that the person used; undefined where there is no address. */
function outgoingOf(deps: ReplyDeps, app: App, request: ReplyRequest, message: OutgoingMessage): Outgoing | undefined {
  const { source, identifiers, receivedBy, kind } = request;
  if (source === 'sms-keyword') {
    const { phone } = identifiers;
    // Questions have buttons, which an SMS has not.
    if (phone === undefined || receivedBy === undefined || kind === 'opt-in-question' || kind === 'first-contact')
      return undefined;
    const by = { appId: app.appId, provider: smsProviderOf(app, receivedBy) };
    const person = { phone: personOf(request).phone };
    if (by.provider === 'aws')
      return { provider: 'aws-sms', person, send: () => deps.sms.send(receivedBy, phone, message.text, by) };
    // Its provider tells later what became of it, perhaps before we know under which id.
    const send = () => deps.sms.send(receivedBy, phone, message.text, by, sendReference(request));
    return { provider: by.provider, to: { phone }, person, send };
  }
  const to = kind === 'welcome' ? callerOf(request) : recipientOf(identifiers);
  const from = app.whatsapp;
  if (to === undefined || from === undefined) return undefined;
  return {
    provider: from.provider ?? 'meta',
    to,
    person: 'waId' in to ? { phone: parseWaId(to.waId)?.digits } : to,
    send: () => deps.whatsapp.send({ ...from, appId: app.appId }, to, message, sendReference(request)),
  };
}

/** Who called, by the number that they called from: there is no other. */
function callerOf(request: ReplyRequest): WhatsappRecipient | undefined {
  const { phone } = personOf(request);
  return phone === undefined ? undefined : { waId: phone };
}

/** The `wa_id` exactly as it came: a number made by rule may be a stranger's. */
function recipientOf(identifiers: ReplyRequest['identifiers']): WhatsappRecipient | undefined {
  const { waId } = identifiers;
  if (waId !== undefined && parseWaId(waId) !== undefined) return { waId };
  const bsuid = bsuidOf(identifiers);
  return bsuid === undefined ? undefined : { bsuid };
}

/** The apps that one SMS covered: all on its number for a stop, those that came back for a START, the named one for an opt-in. */
async function coveredApps(deps: ReplyDeps, request: ReplyRequest, of: CoveredApp): Promise<readonly CoveredApp[]> {
  const { kind, receivedBy } = request;
  if (kind === 'opt-in-confirmed' || receivedBy === undefined) return [of];
  const apps = (await deps.apps.onSmsNumber(receivedBy)).toSorted((a, b) => (a.appId < b.appId ? -1 : 1));
  if (kind === 'stop-confirmed') return apps.map((app) => ({ app, registers: {} }));
  const covered = await Promise.all(apps.map(async (app) => ({ app, ...personal(await factsOf(deps, app, request)) })));
  const now = deps.now();
  return kind === 'start-confirmed' ? covered.filter((each) => promised(request, each, now).length > 0) : covered;
}
