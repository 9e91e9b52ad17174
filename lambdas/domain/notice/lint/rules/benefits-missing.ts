import { type LintRule, lacks } from '../rule.ts';

/** What the person gains is said. Strict. Source: Meta, "Get opt-in for WhatsApp" ("clearly communicate the benefits of receiving your business's messages on WhatsApp"); DoubleTick. */
export const benefitsMissing: LintRule = {
  name: 'benefits-missing',
  check: (reading) =>
    lacks(
      reading,
      'benefits',
      'It is not said what the person gains.',
      'Add benefits: one sentence on what the person gains.',
    ),
};
