import { lawRule, privacyLinked } from '../law-rule.ts';

/**
 * Brazil: purpose, duration, controller, contact and rights, clear and easy to reach. That the purposes are specific (Art. 8 para. 4)
 * is `purpose-vague`, which is an error with this add-on. Source: LGPD (Lei 13.709/2018) Art. 9.
 */
export const brPrivacyNotice = lawRule('br-privacy-notice', 'br', (reading) =>
  privacyLinked(
    reading,
    'LGPD Art. 9',
    'who is responsible, how to reach them, what the data is for and which rights there are',
  ),
);
