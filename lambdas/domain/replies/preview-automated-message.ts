import type { App, AutomatedMessage } from '../app/app.ts';
import { takesButtons, type WhatsappProvider } from '../app/portfolios.ts';
import { languageOf } from '../languages/language.ts';
import { lintGreeting } from '../notice/lint/lint-greeting.ts';
import type { LintFinding, NoticeVersion } from '../notice/notice.ts';
import { firstContactQuestion, mostAsked } from './first-contact-question.ts';
import type { MessageFault } from './message-limits.ts';
import type { ReplyMessage } from './outgoing-message.ts';

/** Of an app, what the question depends on. */
type AskingApp = Pick<App, 'displayName' | 'purposes' | 'whatsapp'>;

/** Why nothing would be sent, whoever wrote. */
export type Obstacle = 'no-whatsapp-number' | 'no-credentials' | 'provider-cannot';

/** A purpose that is not asked about, and why. */
export interface LeftOut {
  readonly purposeId: string;
  readonly why: 'not-in-notice' | 'too-many';
}

/** What somebody gets who was never asked for anything, by one text of the notice. */
export interface PreviewedText {
  readonly locale: string;
  /** Absent where the text names no purpose of the app. */
  readonly message?: ReplyMessage;
  readonly leftOut: readonly LeftOut[];
  /** What WhatsApp would not take in it: then nothing is sent in this language. */
  readonly faults: readonly MessageFault[];
}

export interface PreviewedMessage {
  readonly texts: readonly PreviewedText[];
  /** Of the greetings; the pointers lead into the setting. */
  readonly findings: readonly LintFinding[];
  readonly obstacles: readonly Obstacle[];
}

/** Stands for the code that the payloads of a real question carry. */
const sampleCode = 'q'.repeat(16);

/**
 * Exactly what would be sent with this setting: composed as it is composed when it is sent.
 *
 * @param sendingBy the providers that the stage was set up to send by
 */
export function previewAutomatedMessage(
  app: AskingApp,
  setting: AutomatedMessage,
  version: NoticeVersion,
  sendingBy: ReadonlySet<WhatsappProvider>,
): PreviewedMessage {
  const asking = { displayName: app.displayName, automatedMessage: setting };
  const ids = app.purposes.map(({ purposeId }) => purposeId);
  const texts = version.texts.map((text): PreviewedText => {
    const named = text.purposes.map(({ purposeId }) => purposeId).filter((id) => ids.includes(id));
    const question = firstContactQuestion(asking, { version, text }, ids, sampleCode);
    const leftOut = [
      ...named.slice(mostAsked).map((purposeId) => ({ purposeId, why: 'too-many' as const })),
      ...ids.filter((id) => !named.includes(id)).map((purposeId) => ({ purposeId, why: 'not-in-notice' as const })),
    ];
    return { locale: text.locale, message: question?.message, leftOut, faults: question?.faults ?? [] };
  });
  const names = (locale: string) => [
    app.displayName,
    ...version.texts
      .filter((text) => languageOf(text.locale) === languageOf(locale))
      .map(({ businessName }) => businessName),
  ];
  const findings = (setting.greetings ?? []).flatMap((greeting, index) =>
    lintGreeting(greeting, names(greeting.locale), `/greetings/${index}/text`),
  );
  return { texts, findings, obstacles: obstaclesOf(app, sendingBy) };
}

function obstaclesOf({ whatsapp }: AskingApp, sendingBy: ReadonlySet<WhatsappProvider>): readonly Obstacle[] {
  if (whatsapp === undefined) return ['no-whatsapp-number'];
  if (!takesButtons(whatsapp)) return ['provider-cannot'];
  return sendingBy.has(whatsapp.provider ?? 'meta') ? [] : ['no-credentials'];
}
