import { lawRule, withdrawalStated } from '../law-rule.ts';

/** Canada: a request for consent says that consent can be withdrawn. Source: CASL s. 10(1)(b) with CRTC Regulations SOR/2012-36 s. 4(e). */
export const caWithdrawal = lawRule('ca-withdrawal', 'ca', (reading) =>
  withdrawalStated(reading, 'CASL (SOR/2012-36 s. 4)'),
);
