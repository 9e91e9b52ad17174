import type { WrittenWords } from '../topics/written.ts';

export const written: WrittenWords = {
  words: `
    the you your what how much want would could please when where which this that there have has been good morning
    afternoon evening are is with about from my i'm need looking price order open today tomorrow tell know does do can
    help thanks thank and of they see buy shop interested get it for me was in per come`,
};
