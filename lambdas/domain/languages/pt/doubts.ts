import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    não, nao, nem, jamais, nenhum, nenhuma, ninguém, sem, recuso, rejeito, discordo, engano,
    mas, somente, apenas, exceto, odeio`,
};
