import { matchStopPayload } from '../../../keywords/match-keyword.ts';
import { promisedWords } from '../promised-words.ts';
import { type LintRule, strictly } from '../rule.ts';

/**
 * A marketing template shows a way out that we hear: a footer with a stop word in capitals or quotes, or a quick reply whose text is
 * understood as a stop when it comes back as a payload (there everyday words such as "Cancel" do not count). Source: Yellow.ai
 * ("include a clear instruction in the template footer"); Meta, WhatsApp Business Messaging Policy (opt-outs); protocols of quick
 * replies (the payload is the button's text unless you set one).
 */
export const templateWayOut: LintRule = {
  name: 'template-way-out',
  check: (reading) => {
    const { document } = reading;
    if (document.kind !== 'template' || document.category !== 'marketing') return [];
    const inFooter = promisedWords(document.footer ?? '').some(({ means }) => means === 'stop');
    const replies = (document.buttons ?? []).filter(({ type }) => /^quick[-_ ]?reply$/i.test(type));
    if (inFooter || replies.some(({ text }) => matchStopPayload(text) !== undefined)) return [];
    return [
      {
        severity: strictly(reading),
        pointer: document.footer === undefined ? '' : '/footer',
        detail: 'A marketing template needs a way out that is understood, and this one has none.',
        fix: 'Add a footer such as “Send STOP to end these messages.”, or a quick reply “Stop all messages” (GET …/template-texts has both in ten languages).',
      },
    ];
  },
};
