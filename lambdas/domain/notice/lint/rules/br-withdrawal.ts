import { lawRule, withdrawalStated } from '../law-rule.ts';

/** Brazil: consent can be revoked at any time, by a free and easy procedure. Source: LGPD (Lei 13.709/2018) Art. 8 para. 5, Art. 9. */
export const brWithdrawal = lawRule('br-withdrawal', 'br', (reading) =>
  withdrawalStated(reading, 'LGPD Art. 8 para. 5'),
);
