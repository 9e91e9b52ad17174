import type { App } from '../../domain/app/app.ts';
import { leastSecondsApart } from '../../domain/app/automated-replies.ts';
import { unaskedReply } from '../../domain/automation/unasked-reply.ts';
import { type EligibilityFacts, unknownPerson } from '../../domain/eligibility/decision.ts';
import { DomainError, isRefusal } from '../../domain/errors.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import { automatedName, kindOfAutomated } from '../../domain/replies/compose-automated.ts';
import { decideReply, tooLate } from '../../domain/replies/decide-reply.ts';
import { optInQuestion } from '../../domain/replies/opt-in-question.ts';
import type { ReplyMessage } from '../../domain/replies/outgoing-message.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import { mayTryAgain } from '../../domain/sends/send.ts';
import type { SendResult } from '../../domain/sends/send-result.ts';
import type { ChoiceStore } from '../collection/ports.ts';
import { factsOf } from '../eligibility/facts-of.ts';
import type { Apps } from '../ledger/ports.ts';
import { answerTo, personal } from './answer-to.ts';
import { type AskFirstDeps, firstQuestion } from './ask-first.ts';
import { type FeedBackDeps, feedBack } from './feed-back.ts';
import { type Outgoing, type OutgoingDeps, outgoingOf } from './outgoing.ts';
import { personOfRequest } from './person-of-request.ts';
import type { AnswerLimit, Sends } from './ports.ts';
import { type WelcomeDeps, welcomeQuestion } from './welcome.ts';

export interface ReplyDeps
  extends FeedBackDeps,
    Omit<AskFirstDeps, 'prompts'>,
    Omit<WelcomeDeps, 'prompts'>,
    OutgoingDeps {
  readonly prompts: AskFirstDeps['prompts'] & WelcomeDeps['prompts'];
  readonly apps: Pick<Apps, 'find' | 'onSmsNumber'>;
  readonly choices: Pick<ChoiceStore, 'find'>;
  readonly sends: Sends;
  readonly answers: AnswerLimit;
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
  const facts = person === undefined ? unknownPerson : factsOf(person);
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

/** Meanwhile a number may be somebody else's, or nobody's. */
function isStillTheirs({ subjectId }: ReplyRequest, person: KnownPerson | undefined): boolean {
  return person !== undefined && [person.subject.subjectId, ...(person.absorbed ?? [])].includes(subjectId);
}

/** Identifiers that lead to no one person will lead to none at a retry either: the reply is not sent. Other errors pass on. */
function refusalOf(error: unknown): DomainError {
  if (isRefusal(error)) return error;
  throw error;
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
