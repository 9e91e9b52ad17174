import { filledAgreement } from '../filled-agreement.ts';
import type { LintRule } from '../rule.ts';

const longest = 300;

/**
 * With all purposes filled in, the agreement fits into a chat: at most 300 characters. A longer one is not read, and long pre-filled
 * texts get cut. Source: ours (Meta's own signup message has the same limit, "In-App Signup").
 */
export const agreementLength: LintRule = {
  name: 'agreement-length',
  check: ({ document }) => {
    if (document.kind !== 'notice') return [];
    return document.texts.flatMap((text, at) => {
      const { length } = [...filledAgreement(text)];
      const detail = `With all purposes the agreement has ${length} characters; ${longest} fit.`;
      const fix = 'Shorten it, or call the purposes by fewer words.';
      return length <= longest ? [] : [{ severity: 'error', pointer: `/texts/${at}/agreement`, detail, fix } as const];
    });
  },
};
