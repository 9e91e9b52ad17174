import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'bu numara',
  ask: 'Bunu kabul ediyor musunuz?',
  howToStop: 'Durdurmak için istediğiniz zaman STOP gönderin.',
  yes: 'Evet, kabul ediyorum',
  no: 'Hayır',
};
