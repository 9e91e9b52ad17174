import { lawRule, privacyLinked } from '../law-rule.ts';

/** European Union: who the controller is, what for, how long, which rights. Source: GDPR Art. 13(1) and (2). */
export const euPrivacyNotice = lawRule('eu-privacy-notice', 'eu', (reading) =>
  privacyLinked(
    reading,
    'GDPR Art. 13',
    'who is responsible, what the data is for, how long it is kept and which rights there are',
  ),
);
