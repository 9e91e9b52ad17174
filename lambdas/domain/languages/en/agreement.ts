import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'this number',
  ask: 'Do you agree to this?',
  howToStop: 'Send STOP to end it at any time.',
  yes: 'Yes, I agree',
  no: 'No',
};
