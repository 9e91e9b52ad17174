import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    ne, pas, non, rien, aucun, aucune, personne, sans, refuse, annuler, erreur,
    mais, seulement, uniquement, sauf, déteste`,
};
