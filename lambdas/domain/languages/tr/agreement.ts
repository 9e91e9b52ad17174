import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'bu numara',
  ask: 'Bunu kabul ediyor musunuz?',
  howToStop: 'İstediğiniz zaman durdurmak için STOP gönderin.',
  yes: 'Evet, kabul',
  no: 'Hayır',
};
