import { lawRule, privacyLinked } from '../law-rule.ts';

/** India: the data, the purpose, how to use one's rights, and how to complain to the Board. Source: DPDP Act 2023 s. 5(1), s. 6(3). */
export const inPrivacyNotice = lawRule('in-privacy-notice', 'in', (reading) =>
  privacyLinked(
    reading,
    'DPDP Act s. 5',
    'what data is used, what for, whom to contact and how to complain to the Board',
  ),
);
