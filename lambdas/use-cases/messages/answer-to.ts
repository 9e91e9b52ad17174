import type { EligibilityFacts } from '../../domain/eligibility/decision.ts';
import { composeAutomated, composeHandover } from '../../domain/replies/compose-automated.ts';
import { composeReply } from '../../domain/replies/compose-reply.ts';
import type { ReplyMessage } from '../../domain/replies/outgoing-message.ts';
import type { ReplyRequest } from '../../domain/replies/reply-request.ts';
import {
  type CoveredApp,
  noticeOfReply,
  promised,
  type ReplyWords,
  replyWords,
  textOfReply,
} from '../../domain/replies/reply-words.ts';
import type { Apps } from '../ledger/ports.ts';
import { factsOfRequest, type PersonOfRequestDeps } from './person-of-request.ts';
import { type ShowPreferencesDeps, showPreferences } from './show-preferences.ts';

export interface AnswerDeps extends PersonOfRequestDeps, ShowPreferencesDeps {
  readonly apps: Pick<Apps, 'onSmsNumber'>;
}

/** The answer to an act in the person's language; undefined where there is none, as without a choice to ask about. */
export async function answerTo(
  deps: AnswerDeps,
  request: ReplyRequest,
  of: CoveredApp,
): Promise<ReplyMessage | undefined> {
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
  { notices, now }: AnswerDeps,
  request: ReplyRequest,
  { app, registers }: CoveredApp,
  covered: readonly CoveredApp[],
): Promise<ReplyWords> {
  const notice = noticeOfReply(request, registers);
  const version = notice && (await notices.find(app.appId, notice.noticeId, notice.noticeVersion));
  return replyWords(request, covered, notice && textOfReply(app, notice, version), now());
}

/** The apps that one SMS covered: all on its number for a stop, those that came back for a START, the named one for an opt-in. */
async function coveredApps(deps: AnswerDeps, request: ReplyRequest, of: CoveredApp): Promise<readonly CoveredApp[]> {
  const { kind, receivedBy } = request;
  if (kind === 'opt-in-confirmed' || receivedBy === undefined) return [of];
  const apps = (await deps.apps.onSmsNumber(receivedBy)).toSorted((a, b) => (a.appId < b.appId ? -1 : 1));
  if (kind === 'stop-confirmed') return apps.map((app) => ({ app, registers: {} }));
  const covered = await Promise.all(
    apps.map(async (app) => ({ app, ...personal(await factsOfRequest(deps, app, request)) })),
  );
  const now = deps.now();
  return kind === 'start-confirmed' ? covered.filter((each) => promised(request, each, now).length > 0) : covered;
}

/** What of them words depend on. */
export const personal = ({ registers, countries }: EligibilityFacts) => ({ registers, countries });
