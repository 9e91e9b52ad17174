import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    tidak, tak, tdk, ga, gak, nggak, enggak, bukan, jangan, belum, tanpa, tolak, menolak, batal, salah,
    tapi, tetapi, hanya, kecuali, taknak, xnak, enggan`,
};
