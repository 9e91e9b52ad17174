import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'este número',
  ask: '¿Está de acuerdo con esto?',
  howToStop: 'Envíe STOP para darse de baja cuando quiera.',
  yes: 'Sí, acepto',
  no: 'No',
};
