import { normalise } from '../../../keywords/normalise.ts';
import type { Found, LintRule } from '../rule.ts';

/**
 * The agreement says who will write. Source: Meta, "Get opt-in for WhatsApp" ("clearly state the business name that the person
 * is opting in to receive messages from").
 */
export const businessNamed: LintRule = {
  name: 'business-named',
  check: ({ document, profile }) => {
    if (document.kind === 'template') return [];
    if (document.kind === 'notice') {
      return document.texts.flatMap((text, at) => missing(text.agreement, text.businessName, `/texts/${at}/agreement`));
    }
    if (document.businessName !== undefined) {
      const words = [document.text, ...document.fields.map(({ label }) => label)].join('\n');
      return missing(words, document.businessName, '/text');
    }
    return [
      {
        severity: profile === 'strict' ? 'error' : 'warning',
        pointer: '/businessName',
        detail: 'The form does not say which business asks, so nobody can check that its words name it.',
        fix: 'Give businessName, as it stands in the text of the form.',
      },
    ];
  },
};

function missing(text: string, businessName: string, pointer: string): readonly Found[] {
  const name = normalise(businessName);
  if (name === '') return [];
  const words = normalise(text);
  if (words.includes(name)) return [];
  return [
    {
      severity: 'error',
      pointer,
      detail: `The words do not name the business (“${businessName}”).`,
      fix: `Say from whom the messages come: “… from ${businessName} …”.`,
    },
  ];
}
