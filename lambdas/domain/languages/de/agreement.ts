import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'diese Nummer',
  ask: 'Sind Sie damit einverstanden?',
  howToStop: 'Mit STOP melden Sie sich jederzeit ab.',
  yes: 'Ja, einverstanden',
  no: 'Nein',
};
