import type { App, TemplateCategory } from '../../domain/app/app.ts';
import { takesButtons } from '../../domain/app/portfolios.ts';
import type { EligibilityFacts } from '../../domain/eligibility/decision.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import { chooseText } from '../../domain/notice/choose-text.ts';
import { type Prompt, promptsHoldFor } from '../../domain/prompts/prompt.ts';
import { askableAtFirst } from '../../domain/replies/ask-first.ts';
import { firstContactQuestion } from '../../domain/replies/first-contact-question.ts';
import type { OutgoingMessage } from '../../domain/replies/outgoing-message.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import { noticeOfReply } from '../../domain/replies/reply-words.ts';
import type { NoticeStore } from '../collection/ports.ts';
import type { Clock } from '../ledger/ports.ts';
import type { PromptStore } from './ports.ts';

export interface AskFirstDeps {
  readonly notices: Pick<NoticeStore, 'find' | 'latest'>;
  readonly prompts: Pick<PromptStore, 'newCode' | 'create' | 'mayAsk'>;
  readonly now: Clock;
}

/** A question that a person gets once, ready to be kept and sent. */
export interface FirstQuestion {
  readonly message: OutgoingMessage;
  readonly purposes: readonly string[];
  /** The app as what is sent makes it, where that is stricter. */
  readonly judgedAs?: App;
  /** Meta's category of the template by which it is asked. */
  readonly askedAs?: TemplateCategory | undefined;
  /** Why it is not sent where it cannot be kept. */
  readonly unless: string;
  /** Keeps what is asked, before it goes out. False where this person, whoever they were known as, was asked before. */
  keep(): Promise<boolean>;
}

/** What a person is asked who writes for the first time, or why nothing is (codes). */
export async function firstQuestion(
  deps: AskFirstDeps,
  app: App,
  request: ReplyRequest,
  person: KnownPerson | undefined,
  facts: EligibilityFacts,
): Promise<FirstQuestion | { readonly codes: readonly string[] }> {
  const { enabled, noticeId } = app.automatedMessage;
  const now = deps.now();
  if (!enabled || noticeId === undefined) return { codes: ['not-automated'] };
  // Nobody counts as asked who cannot be.
  if (app.whatsapp !== undefined && !takesButtons(app.whatsapp)) return { codes: ['provider-cannot'] };
  if (person === undefined) return { codes: ['unknown-person'] };
  const askable = askableAtFirst(app, facts, request.at, now);
  if ('codes' in askable) return askable;
  const version = await deps.notices.latest(app.appId, noticeId);
  if (version === undefined) return { codes: ['no-notice'] };
  const text = chooseText(version.texts, await wantedLocales(deps, app, request, facts));
  const code = deps.prompts.newCode();
  const question = firstContactQuestion(app, { version, text }, askable.purposes, code);
  if (question === undefined) return { codes: ['nothing-to-ask'] };
  if (question.faults.length > 0) return { codes: question.faults };
  const { subjectId } = person.subject;
  const { message, purposes, notice } = question;
  const expiresAt = now + promptsHoldFor;
  const prompt: Prompt = {
    code,
    appId: app.appId,
    subjectId,
    kind: 'opt-in',
    purposes,
    notice,
    pointId: request.pointId,
    campaign: request.campaign,
    madeAt: now,
    expiresAt,
  };
  return {
    message,
    purposes,
    unless: 'asked-before',
    async keep() {
      const subjects = [...new Set([subjectId, ...(person.absorbed ?? []), request.subjectId])].sort();
      if (!(await deps.prompts.mayAsk(app.appId, subjects, request.entry))) return false;
      await deps.prompts.create(prompt);
      return true;
    },
  };
}

/** The language of this message, else that of the text that they last agreed to, if it was in one only, else the app's. */
async function wantedLocales(
  { notices }: AskFirstDeps,
  app: App,
  { locale, ...request }: ReplyRequest,
  { registers }: EligibilityFacts,
): Promise<readonly string[]> {
  if (locale !== undefined) return [locale, app.locale];
  const agreed = noticeOfReply(request, registers);
  const version = agreed && (await notices.find(app.appId, agreed.noticeId, agreed.noticeVersion));
  const [only, ...more] = version?.texts ?? [];
  return [...(only !== undefined && more.length === 0 ? [only.locale] : []), app.locale];
}
