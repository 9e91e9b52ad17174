import { type LintRule, lacks } from '../rule.ts';

/** How often messages come is said. Strict. Source: CTIA Messaging Principles 5.1 (message frequency disclosure); Meta, "Get opt-in for WhatsApp" (set clear expectations). */
export const frequencyMissing: LintRule = {
  name: 'frequency-missing',
  check: (reading) =>
    lacks(
      reading,
      'frequency',
      'It is not said how often messages come.',
      'Add frequency: “At most four messages a month.”',
    ),
};
