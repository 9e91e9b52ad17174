import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'este número',
  ask: '¿Estás de acuerdo con esto?',
  howToStop: 'Envía STOP cuando quieras para no recibir más mensajes.',
  yes: 'Sí, acepto',
  no: 'No',
};
