import { normalise } from '../../../keywords/normalise.ts';
import type { LintRule } from '../rule.ts';

/**
 * The agreement names what the person ticked: `{purposes}`. Without it somebody who ticked one thing would say yes to all, and the
 * proof would not hold. Under meta-minimum a notice with one purpose may name it in its own words. Source: Meta (state what is
 * received); DoubleTick ("receive [type-of-information] on WhatsApp at [number]").
 */
export const agreementListsPurposes: LintRule = {
  name: 'agreement-lists-purposes',
  check: ({ document, profile }) => {
    if (document.kind !== 'notice') return [];
    return document.texts.flatMap(({ agreement, purposes }, at) => {
      if (agreement.includes('{purposes}')) return [];
      const [only, ...more] = purposes;
      const isSaid = only !== undefined && more.length === 0 && normalise(agreement).includes(normalise(only.text));
      if (isSaid && profile === 'meta-minimum') return [];
      return [
        {
          severity: 'error',
          pointer: `/texts/${at}/agreement`,
          detail: 'The agreement does not name what was ticked.',
          fix: 'Write {purposes} where the purposes belong: “I agree to receive {purposes} from …”.',
        } as const,
      ];
    });
  },
};
