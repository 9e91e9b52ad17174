import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'questo numero',
  ask: 'Sei d’accordo con questo?',
  howToStop: 'Invia STOP quando vuoi per interrompere i messaggi.',
  yes: 'Sì, accetto',
  no: 'No',
};
