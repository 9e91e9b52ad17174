import type { WrittenWords } from '../topics/written.ts';

export const written: WrittenWords = {
  words: `
    ciao buongiorno buonasera buondì salve grazie vorrei voglio quanto costa quali che cosa come dove quando il gli lo
    una uno degli della delle con per sono siete avete è posso potete ordine prezzo prezzi informazioni bisogno favore
    mi molto bene sì aperti oggi negozio sapere anche più vi e in del la di`,
};
