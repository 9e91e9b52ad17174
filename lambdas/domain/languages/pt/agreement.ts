import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'este número',
  ask: 'Você concorda com isto?',
  howToStop: 'Envie STOP quando quiser para parar as mensagens.',
  yes: 'Sim, aceito',
  no: 'Não',
};
