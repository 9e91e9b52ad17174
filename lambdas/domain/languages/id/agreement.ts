import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'nomor ini',
  ask: 'Anda setuju dengan ini?',
  howToStop: 'Kirim STOP untuk berhenti kapan saja.',
  yes: 'Ya, setuju',
  no: 'Tidak',
};
