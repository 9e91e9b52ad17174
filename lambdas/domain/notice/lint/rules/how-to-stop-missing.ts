import { promisedWords } from '../promised-words.ts';
import { type Found, type LintRule, strictly } from '../rule.ts';

/**
 * The person learns how to stop before it begins. Source: Meta, "Get opt-in for WhatsApp" ("provide easy-to-follow instructions for
 * users to opt out"); Yellow.ai ("clear instructions for users to opt out"). In a form it may be said in words that we do not see,
 * so there it is a warning.
 */
export const howToStopMissing: LintRule = {
  name: 'how-to-stop-missing',
  check: (reading) => {
    const { document, pieces } = reading;
    const detail = 'It is not said how to stop.';
    const fix = 'Add it: “You can end the messages at any time: send STOP in the chat.”';
    if (document.kind === 'template') return [];
    if (document.kind === 'form') {
      const isSaid = pieces.some(({ text }) => promisedWords(text).some(({ means }) => means === 'stop'));
      return isSaid ? [] : [{ severity: 'warning', pointer: '/text', detail, fix }];
    }
    return document.texts.flatMap(({ howToStop }, at): readonly Found[] =>
      howToStop === undefined ? [{ severity: strictly(reading), pointer: `/texts/${at}/howToStop`, detail, fix }] : [],
    );
  },
};
