import { lawRule, withdrawalStated } from '../law-rule.ts';

/** India: withdrawing is as easy as consenting, and the notice says how. Source: DPDP Act 2023 s. 5(1)(ii), s. 6(4). */
export const inWithdrawal = lawRule('in-withdrawal', 'in', (reading) =>
  withdrawalStated(reading, 'DPDP Act s. 5 and 6(4)'),
);
