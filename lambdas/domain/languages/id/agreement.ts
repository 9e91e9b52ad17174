import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'nomor ini',
  ask: 'Apakah Anda setuju?',
  howToStop: 'Kirim STOP untuk berhenti kapan saja.',
  yes: 'Ya, saya setuju',
  no: 'Tidak',
};
