import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    ni, nunca, jamás, nada, ningún, ninguna, ninguno, nadie, sin, tampoco, rechazo, niego, cancelar, error, equivocado, broma,
    pero, solo, solamente, excepto, salvo, odio`,
};
