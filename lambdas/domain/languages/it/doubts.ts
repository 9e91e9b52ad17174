import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    mai, nessun, nessuno, nessuna, niente, nulla, senza, rifiuto, nego, annulla, errore, scherzo,
    però, ma, soltanto, solamente, tranne, eccetto, odio`,
};
