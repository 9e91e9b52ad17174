import type { LintRule } from '../rule.ts';

/**
 * Consent is asked for something: without a purpose there is nothing to tick. Source: Meta, "Get opt-in for WhatsApp" (state
 * that the person opts in to receive messages; separate opt-ins for each category); Yellow.ai ("details of each type of message
 * for users to select").
 */
export const purposesMissing: LintRule = {
  name: 'purposes-missing',
  check: ({ document }) => {
    const fix = 'Add a purpose with words of its own, for each kind of message.';
    const detail = 'There is nothing to choose: no purpose is named.';
    if (document.kind === 'template') return [];
    if (document.kind === 'form') {
      const asks = document.fields.some(({ purposeId }) => purposeId !== undefined);
      return asks ? [] : [{ severity: 'error', pointer: '/fields', detail, fix }];
    }
    if (document.texts.length === 0) {
      return [{ severity: 'error', pointer: '/texts', detail: 'The notice has no text.', fix: 'Add a text.' }];
    }
    return document.texts.flatMap((text, at) =>
      text.purposes.length > 0 ? [] : [{ severity: 'error', pointer: `/texts/${at}/purposes`, detail, fix }],
    );
  },
};
