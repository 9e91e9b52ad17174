import { type LintRule, lacks } from '../rule.ts';

/** The privacy notice can be reached from where consent is asked. Strict; the add-ons eu, br and in ask for it by law. Source: CTIA Messaging Principles 5.1 (privacy policy link); GDPR Art. 13. */
export const privacyMissing: LintRule = {
  name: 'privacy-missing',
  check: (reading) =>
    lacks(
      reading,
      'privacy',
      'It is not said where the privacy notice is.',
      'Add privacy: a sentence and the https link of your privacy notice.',
    ),
};
