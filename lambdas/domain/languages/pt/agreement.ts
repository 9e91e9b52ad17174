import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'este número',
  ask: 'Você concorda com isto?',
  howToStop: 'Envie STOP para cancelar quando quiser.',
  yes: 'Sim, aceito',
  no: 'Não',
};
