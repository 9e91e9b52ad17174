import type { AgreementWords } from '../topics/agreement.ts';

export const agreement: AgreementWords = {
  thisNumber: 'ce numéro',
  ask: 'Êtes-vous d’accord avec ce qui suit ?',
  howToStop: 'Vous pouvez arrêter à tout moment : envoyez STOP.',
  yes: 'Oui, j’accepte',
  no: 'Non',
};
