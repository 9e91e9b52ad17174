import type { App, AutomatedMessage } from '../../domain/app/app.ts';
import type { WhatsappProvider } from '../../domain/app/portfolios.ts';
import { type Fault, InvalidInputError } from '../../domain/errors.ts';
import { type PreviewedMessage, previewAutomatedMessage } from '../../domain/replies/preview-automated-message.ts';
import type { NoticeStore } from './ports.ts';

type Notices = Pick<NoticeStore, 'latest'>;
type AskingApp = Pick<App, 'appId' | 'displayName' | 'purposes' | 'whatsapp'>;

/**
 * What would be sent with this setting.
 *
 * @param sendingBy the providers that the stage was set up to send by
 * @param at pointer of the setting in the request
 * @throws InvalidInputError where its notice is not published
 */
export async function previewSetting(
  notices: Notices,
  app: AskingApp,
  setting: AutomatedMessage,
  sendingBy: ReadonlySet<WhatsappProvider>,
  at = '',
): Promise<PreviewedMessage> {
  const { noticeId } = setting;
  const pointer = `${at}/noticeId`;
  if (noticeId === undefined)
    throw new InvalidInputError([{ pointer, code: 'required', detail: 'Name the notice whose words ask.' }]);
  const version = await notices.latest(app.appId, noticeId);
  if (version === undefined)
    throw new InvalidInputError([
      { pointer, code: 'unknown-notice', detail: 'There is no published notice of this name.' },
    ]);
  return previewAutomatedMessage(app, setting, version, sendingBy);
}

/**
 * Lets an app ask only what it may: under a notice that is published and asks for something, in words that the linter takes, and as
 * WhatsApp takes it, in each language. What is switched off is not looked at.
 *
 * @throws InvalidInputError with all that is wrong
 */
export async function checkAutomatedMessage(
  notices: Notices,
  app: AskingApp,
  setting: AutomatedMessage,
): Promise<void> {
  if (!setting.enabled) return;
  const at = '/automatedMessage';
  const { texts, findings } = await previewSetting(notices, app, setting, new Set(), at);
  const faults: Fault[] = [
    ...findings
      .filter(({ severity }) => severity === 'error')
      .map(({ pointer, detail, fix }) => ({ pointer: `${at}${pointer}`, code: 'wording', detail: `${detail} ${fix}` })),
    ...texts
      .filter(({ message }) => message === undefined)
      .map(({ locale }) => ({
        pointer: `${at}/noticeId`,
        code: 'no-purposes',
        detail: `The ${locale} text of the notice names no purpose of the app.`,
      })),
    ...texts.flatMap((text) =>
      text.faults.map((fault) => ({
        pointer: `${at}/noticeId`,
        code: fault === 'text-too-long' ? 'too-long' : 'invalid',
        detail: `WhatsApp would not take the question in ${text.locale}: ${fault}.`,
      })),
    ),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
}
