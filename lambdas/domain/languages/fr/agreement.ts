import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'ce numéro',
  ask: 'Êtes-vous d’accord avec ce qui suit ?',
  howToStop: 'Envoyez STOP pour arrêter à tout moment.',
  yes: 'Oui, j’accepte',
  no: 'Non',
};
