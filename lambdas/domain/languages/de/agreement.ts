import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'diese Nummer',
  ask: 'Sind Sie damit einverstanden?',
  howToStop: 'Mit STOP können Sie sich jederzeit abmelden.',
  yes: 'Ja, einverstanden',
  no: 'Nein',
};
