import type { DoubtWords } from '../topics/doubts.ts';

export const doubts: DoubtWords = {
  denials: `
    नहीं, नही, ना, न, मत, कभी, बिना, इनकार, इंकार, अस्वीकार, गलती, nahi, nahin, nhi, mat,
    लेकिन, मगर, केवल, सिर्फ, lekin, sirf`,
};
