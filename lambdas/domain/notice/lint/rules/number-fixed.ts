import { type LintRule, strictly } from '../rule.ts';

/**
 * The person types the number, or can change it: they decide where messages go. Source: DoubleTick ("users should have the ability
 * to control which phone number is used"); Yellow.ai ("an option for users to select multiple numbers").
 */
export const numberFixed: LintRule = {
  name: 'number-fixed',
  check: (reading) =>
    reading.document.kind !== 'form' || reading.document.numberEditable
      ? []
      : [
          {
            severity: strictly(reading),
            pointer: '/numberEditable',
            detail: 'The person cannot change the number.',
            fix: 'Let the number be typed or edited.',
          },
        ],
};
