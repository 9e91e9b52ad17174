import type { WrittenWords } from '../topics/written.ts';

export const written: WrittenWords = {
  words: `
    guten tag morgen abend moin servus grüß gott ich möchte hätte bitte danke wie viel kostet was wann wo welche der die
    das ein eine und ist sind haben habe mit für nicht sie ihr mein meine bestellung preis öffnungszeiten heute noch
    gibt es gern gerne kann können brauche von zu auf in`,
};
