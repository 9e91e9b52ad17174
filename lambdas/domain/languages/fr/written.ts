import type { WrittenWords } from '../topics/written.ts';

export const written: WrittenWords = {
  words: `
    bonjour bonsoir bjr bsr coucou merci je j'ai vous nous voudrais veux souhaite comment combien quel quelle quels est
    sont êtes avez le les une des du avec où quand commande s'il plaît svp besoin puis pouvez prix savoir oui très bien
    et pour dans sur ce cette mon votre ouvert livraison magasin aujourd'hui ne`,
};
