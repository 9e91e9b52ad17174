import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    nicht, nichts, kein, keine, keinen, keiner, keinem, keines, nie, niemals, nein, nö, nee, ohne, ablehne, lehne, widerrufe,
    widerspreche, verweigere, versehentlich, irrtum, scherz,
    aber, nur, außer, jedoch, hasse`,
};
