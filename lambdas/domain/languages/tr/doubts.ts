import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    hayır, değil, yok, asla, hiç, hiçbir, reddediyorum, istemem, istemez, olmaz, iptal, yanlış, vazgeçtim,
    ama, fakat, ancak, sadece, yalnızca, hariç`,
  /** "istemiyorum", "etmiyorum". */
  insideWords: 'm[iu]yor',
};
