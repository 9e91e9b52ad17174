import { filledAgreement } from '../filled-agreement.ts';
import type { LintRule } from '../rule.ts';

export const longest = 300;

/**
 * Filled in, the agreement fits into a chat: at most 300 characters. A longer one is not read, and long pre-filled texts get cut.
 * A warning when it is only too long with all purposes at once, which few people tick.
 * Source: ours (Meta's own signup message has the same limit, "In-App Signup").
 */
export const agreementLength: LintRule = {
  name: 'agreement-length',
  check: ({ document }) => {
    if (document.kind !== 'notice') return [];
    return document.texts.flatMap((text, at) => {
      const lengthWith = (purposes: typeof text.purposes) => [...filledAgreement({ ...text, purposes })].length;
      const length = lengthWith(text.purposes);
      if (length <= longest) return [];
      const isAlwaysTooLong = text.purposes.every((purpose) => lengthWith([purpose]) > longest);
      const severity = isAlwaysTooLong ? 'error' : 'warning';
      const detail = `With all purposes the agreement has ${length} characters; ${longest} fit.`;
      const fix = 'Shorten it, or call the purposes by fewer words.';
      return [{ severity, pointer: `/texts/${at}/agreement`, detail, fix } as const];
    });
  },
};
