import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'questo numero',
  ask: 'È d’accordo con questo?',
  howToStop: 'Invii STOP per interrompere in qualsiasi momento.',
  yes: 'Sì, accetto',
  no: 'No',
};
