import type { App, TemplateCategory } from '../../domain/app/app.ts';
import type { Telephone, WelcomeTemplate } from '../../domain/app/telephone.ts';
import type { EligibilityFacts } from '../../domain/eligibility/decision.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import { languageOf } from '../../domain/languages/language.ts';
import { chooseText } from '../../domain/notice/choose-text.ts';
import { type NoticeText, type NoticeVersion, shownNotice } from '../../domain/notice/notice.ts';
import { promptPayload, promptsHoldFor } from '../../domain/prompts/prompt.ts';
import { askableAfterCall } from '../../domain/replies/ask-first.ts';
import { asksYesOrNo } from '../../domain/replies/asks-yes-or-no.ts';
import { firstContactQuestion } from '../../domain/replies/first-contact-question.ts';
import type { OutgoingMessage } from '../../domain/replies/outgoing-message.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import { purposesAsked } from '../../domain/telephone/purposes-asked.ts';
import type { TemplateWords } from '../../domain/templates/template.ts';
import { TemplateNotUsableError } from '../../domain/templates/template-use.ts';
import { isOpen, windowSince } from '../../domain/window/customer-service-window.ts';
import type { NoticeStore } from '../collection/ports.ts';
import type { Clock } from '../ledger/ports.ts';
import type { TemplateStore } from '../templates/ports.ts';
import { inAccountOf, useOfTemplate } from '../templates/use-of-template.ts';
import type { FirstQuestion } from './ask-first.ts';
import type { PromptStore } from './ports.ts';

export interface WelcomeDeps {
  readonly notices: Pick<NoticeStore, 'find' | 'latest'>;
  readonly prompts: Pick<PromptStore, 'newCode' | 'create' | 'mayWelcome'>;
  readonly templates: Pick<TemplateStore, 'find' | 'words'>;
  readonly now: Clock;
}

type Codes = { readonly codes: readonly string[] };

/** By what a question goes out: as text inside an open window, else by a template that Meta approved. */
interface Way {
  readonly text: NoticeText;
  readonly by: 'text' | (WelcomeTemplate & { readonly words: TemplateWords });
  /** The app as the template makes it: what Meta counts as marketing is judged as marketing, whatever it asks for. */
  readonly judgedAs: App;
  readonly askedAs?: TemplateCategory;
}

/**
 * What a person is asked who called and was not answered, or pressed a key: whether they agree to what they do not get yet. Or why nothing
 * is sent (codes): nobody is asked after a stop, under a brake, twice in a week, or in words that Meta has not approved.
 */
export async function welcomeQuestion(
  deps: WelcomeDeps,
  app: App,
  request: ReplyRequest,
  person: KnownPerson | undefined,
  facts: EligibilityFacts,
): Promise<FirstQuestion | Codes> {
  const telephone = enabledFor(app, request);
  if (telephone?.noticeId === undefined) return { codes: ['not-automated'] };
  if (person === undefined) return { codes: ['unknown-person'] };
  const version = await noticeOf(deps.notices, app, telephone.noticeId, request);
  if (version === undefined) return { codes: ['no-notice'] };
  const now = deps.now();
  const way = await wayOf(deps, app, telephone, { version, request, facts, now });
  if ('codes' in way) return way;
  const wanted = request.purposes ?? purposesAsked(app, way.text);
  const askable = askableAfterCall(way.judgedAs, wanted, facts, request.at, now, way.askedAs);
  if ('codes' in askable) return askable;
  const code = deps.prompts.newCode();
  const said = messageOf(app, version, way, askable.purposes, code);
  if ('codes' in said) return said;
  const { message, purposes, named } = said;
  const { appId } = app;
  const { subjectId } = person.subject;
  return {
    message,
    purposes,
    judgedAs: way.judgedAs,
    askedAs: way.askedAs,
    unless: 'asked-this-week',
    async keep() {
      const subjects = [...new Set([subjectId, ...(person.absorbed ?? []), request.subjectId])].sort();
      if (!(await deps.prompts.mayWelcome(appId, subjects, request.entry))) return false;
      const notice = shownNotice(version, way.text);
      const expiresAt = now + promptsHoldFor;
      const kept = { code, appId, subjectId, kind: 'opt-in', purposes, notice, madeAt: now, expiresAt } as const;
      await deps.prompts.create({
        ...kept,
        ...(request.point !== undefined && { pointId: request.point }),
        ...(named && { named }),
      });
      return true;
    },
  };
}

/** The settings, while what asked is still on: a key pressed names purposes, a missed call does not. */
function enabledFor({ telephone }: App, { purposes }: ReplyRequest): Telephone | undefined {
  const setting = purposes === undefined ? telephone?.missedCalls : telephone?.ivr;
  return setting?.enabled === true ? telephone : undefined;
}

/** The version that was said on the telephone, else the latest one. */
async function noticeOf(
  notices: WelcomeDeps['notices'],
  { appId }: App,
  noticeId: string,
  { notice }: ReplyRequest,
): Promise<NoticeVersion | undefined> {
  if (notice === undefined) return notices.latest(appId, noticeId);
  return notices.find(appId, notice.noticeId, notice.noticeVersion);
}

async function wayOf(
  { templates }: WelcomeDeps,
  app: App,
  { welcome = [] }: Telephone,
  of: {
    readonly version: NoticeVersion;
    readonly request: ReplyRequest;
    readonly facts: EligibilityFacts;
    readonly now: number;
  },
): Promise<Way | Codes> {
  const { version, request, facts, now } = of;
  const wanted = [request.notice?.noticeLocale, app.locale].filter((locale) => locale !== undefined);
  const text = chooseText(version.texts, wanted);
  if (isOpen(windowSince(facts.window, app.numberSince), now)) return { text, by: 'text', judgedAs: app };
  const template = chooseTemplate(welcome, [text.locale, ...wanted]);
  const shown = template && version.texts.find(({ locale }) => locale === template.locale);
  const name = template && inAccountOf(app, template);
  if (template === undefined || shown === undefined || name === undefined) return { codes: ['no-template'] };
  try {
    const use = useOfTemplate(template, await templates.find(name), app, now);
    const words = await templates.words(name);
    if (words === undefined || !asksYesOrNo(words)) return { codes: ['template-buttons'] };
    // Approved for something else, so its words do not ask for this.
    if (use.purpose !== undefined && !purposesAsked(app, shown).includes(use.purpose))
      return { codes: ['template-purpose'] };
    const judgedAs = use.category === 'marketing' ? asMarketing(app) : app;
    return { text: shown, by: { ...template, words }, judgedAs, askedAs: use.category };
  } catch (error) {
    if (error instanceof TemplateNotUsableError) return { codes: [`template-${error.word}`] };
    throw error;
  }
}

function chooseTemplate(templates: readonly WelcomeTemplate[], wanted: readonly string[]): WelcomeTemplate | undefined {
  for (const locale of wanted) {
    const exact = templates.find((each) => each.locale.toLowerCase() === locale.toLowerCase());
    const found = exact ?? templates.find((each) => languageOf(each.locale) === languageOf(locale));
    if (found !== undefined) return found;
  }
  return undefined;
}

const asMarketing = (app: App): App => ({
  ...app,
  purposes: app.purposes.map((purpose) => ({ ...purpose, category: 'marketing' })),
});

function messageOf(
  app: App,
  version: NoticeVersion,
  { text, by }: Way,
  asked: readonly string[],
  code: string,
):
  | { readonly message: OutgoingMessage; readonly purposes: readonly string[]; readonly named?: readonly string[] }
  | Codes {
  if (by === 'text') {
    const question = firstContactQuestion(app, { version, text }, asked, code);
    if (question === undefined) return { codes: ['nothing-to-ask'] };
    return question.faults.length > 0 ? { codes: question.faults } : question;
  }
  const purposes = asked.filter((id) => text.purposes.some(({ purposeId }) => purposeId === id));
  if (purposes.length === 0) return { codes: ['nothing-to-ask'] };
  const { name, language, words } = by;
  const payloads = [promptPayload(code, { answer: 'yes' }), promptPayload(code, { answer: 'no' })];
  // Its words are the same for everybody: whoever says no to them says it to what they get already, too.
  const named = [...new Set([...purposesAsked(app, text), ...purposes])];
  return { message: { text: words.body ?? name, template: { name, language, payloads } }, purposes, named };
}
