import type { LintRule } from '../rule.ts';

/**
 * The form cannot be sent without the consent. Then it is the price of whatever the form is for. Source: GDPR Art. 7(4);
 * 47 CFR 64.1200(f)(9)(i)(B); DPDP Act 2023 s. 6(1) ("unconditional").
 */
export const consentRequired: LintRule = {
  name: 'consent-required',
  check: ({ document }) => {
    if (document.kind !== 'form') return [];
    return document.fields.flatMap(({ purposeId, label, required }, at) => {
      if (purposeId === undefined || required !== true) return [];
      const detail = `The form cannot be sent without “${label}”.`;
      return [
        {
          severity: 'error',
          pointer: `/fields/${at}/required`,
          detail,
          fix: 'Let the form be sent without it.',
        } as const,
      ];
    });
  },
};
