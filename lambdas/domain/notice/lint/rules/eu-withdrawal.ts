import { lawRule, withdrawalStated } from '../law-rule.ts';

/** European Union: the person is told, before consenting, that consent can be withdrawn at any time. Source: GDPR Art. 7(3). */
export const euWithdrawal = lawRule('eu-withdrawal', 'eu', (reading) => withdrawalStated(reading, 'GDPR Art. 7(3)'));
