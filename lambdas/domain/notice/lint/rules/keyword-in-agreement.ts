import { matchKeyword } from '../../../keywords/match-keyword.ts';
import { filledAgreement } from '../filled-agreement.ts';
import type { LintRule } from '../rule.ts';

/**
 * The agreement is sent from the person's phone as a message. If it reads like STOP, somebody who changes a letter of it is taken for
 * one who wants it all to end. A business whose name holds such a word ("Stop & Shop") may keep it; it is warned. Source: ours.
 */
export const keywordInAgreement: LintRule = {
  name: 'keyword-in-agreement',
  check: ({ document }) => {
    if (document.kind !== 'notice') return [];
    return document.texts.flatMap((text, at) => {
      const read = matchKeyword(filledAgreement(text));
      if (read.answer === 'none') return [];
      const isInName =
        text.businessName !== '' &&
        matchKeyword(filledAgreement({ ...text, agreement: text.agreement.replaceAll(text.businessName, 'Acme') }))
          .answer === 'none';
      return [
        {
          severity: isInName ? 'warning' : 'error',
          pointer: `/texts/${at}/agreement`,
          detail: `Sent as a message, it reads like a wish to ${read.keyword} (${read.rule}).`,
          fix: isInName
            ? 'Nothing to mend if this is your name; who edits the message is asked again.'
            : 'Take the word out of the agreement and of the purposes; how to stop has a field of its own.',
        } as const,
      ];
    });
  },
};
