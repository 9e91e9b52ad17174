import type { Keywords } from '../topics/keywords.ts';

const things = '(messages?|msgs?|sms|textos?|notifications?|communications|spam|whatsapps?|courriers)';
const offers =
  '(promotions?|promos?|pubs?|publicites?|offres|soldes|reductions|campagnes|messages? (promotionnels?|publicitaires?|commerciaux|marketing)|demarchage|marketing)';
const each = `(${offers}|${things})`;
const what = `${each}( (et|ou|ni) ${each})?`;
const some = '( (de|des|du|d|vos|ces|les|tes|aucune?|cette|toutes?|tous|la|aux|votre)){0,2}';
const list = '(listes?|fichiers?|base|base de donnees|contacts|liste de diffusion|groupe|repertoire|mailing)';

/**
 * Sources: AWS End User Messaging SMS and the Canadian RCS rules (ARRET, AIDE, INFO); opt-out matchers in use (arrêtez, stop svp,
 * désabonner, désinscrire); "Arrêter les promos" is a template button in use. Sentences and inflections: no source, everyday usage.
 */
export const keywords: Keywords = {
  explicit: `
    désabonner, me désabonner, désabonnez-moi, désabonnement, désinscrire, me désinscrire, désinscrivez-moi,
    désinscription, se désabonner, se désinscrire, désabonne-moi, désinscris-moi, interrompre les promotions, arrêter les promotions,
    arrêter les promos, ne plus recevoir de promotions, arrêter les offres, tout arrêter, arrêter tout, arrêtez tout, tout stopper, stop tout`,
  everyday: `arrêt, arrêter, arrêtez, arrête, annuler, annulez, résilier, stopper, stoppez, terminer, supprimer, supprimez, quitter,
    résiliation, cessez, ça suffit`,
  maybe: `plus de messages, pas intéressé, pas intéressée, je ne suis pas intéressé, je ne suis pas intéressée, laissez-moi tranquille,
    laisse-moi tranquille, fichez-moi la paix, je n’en veux plus, ça ne m’intéresse pas, ne pas déranger, pas de sms, pas de messages, pas de whatsapp, aucun message`,
  start: 'reprendre',
  help: 'aide',
  preferences:
    'préférences, mes préférences, gérer mes messages, changer mes messages, modifier mes messages, choisir mes messages, changer mes préférences, modifier mes préférences, gérer mes préférences, modifier mes choix',
  courtesies: `svp, s’il vous plaît, s’il te plaît, stp, merci, merci beaucoup, bonjour, bonsoir, salut, cordialement, maintenant, tout de suite,
    immédiatement, monsieur, madame, merci d’avance, désolé, désolée, bjr, d’accord, je vous prie`,
  requests: `je veux, je voudrais, je souhaite, veuillez, pouvez-vous, merci de, et, j’aimerais, je désire, pourriez-vous, peux-tu, je vous demande de, je vous prie de, puis-je, je demande à, il faut, vous devez, je souhaiterais`,
  greetings: 'bonjour, bonsoir, salut',
  tails: 'ça, cela, d’ici, de ce groupe, du groupe',
  joiners: 'et, de',
  reactions:
    'a aimé, a adoré, n’a pas aimé, a ri de, a ri à, a rigolé à, a accentué, a insisté sur, a souligné, a questionné, j’aime, aime, adore',
  things,
  offers,
  phrases: {
    'arreter-denvoyer': `(arretez|arrete|arreter|cessez|stoppez|stop) (de |d)?(menvoyer|envoyer|mecrire|me contacter|me deranger|me spammer|me harceler)${some}( ${what})?`,
    'ne-plus-envoyer': `(ne )?(menvoyez|menvoie|mecrivez|mecris|me contactez|me contacte|me derangez|plus menvoyer|plus mecrire|plus me contacter) plus( (de|vos|ces|rien|aucun)){0,1}( ${what})?`,
    'ne-plus-infinitif': `(de )?ne plus (menvoyer|mecrire|me contacter|me deranger|me solliciter|recevoir)${some}( ${what})?`,
    'ne-veux-plus': `je (ne )?(veux|souhaite|desire) (plus|pas)( recevoir| de)?${some} ${what}`,
    'arreter-messages': `(arretez|arreter|arrete|stop|stoppez|desactiver|interrompre|cessez|fin)${some}( avec)?${some} ${what}`,
    'ne-veux-rien-recevoir': 'je (ne )?(veux|souhaite|desire) plus rien recevoir( de vous| de votre part)?',
    'retirez-moi': `(retirez|enlevez|supprimez|desabonnez|desinscrivez|desabonne|retire|enleve|supprime|effacez|rayez|otez) (moi|mon numero|mon nom|mon contact|mes coordonnees|ce numero)( (de|la|votre|vos|cette|du|des|tes|ta)){0,2}( ${list})?`,
    'retirer-consentement': '(je )?(retire|revoque|retirer|revoquer)( mon| le)? consentement',
    'ne-me-contactez-plus':
      '(ne )?(me |nous )?(contactez|contacte|derangez|ecrivez|sollicitez|derange|ecris|appelez)( moi)? plus( jamais)?',
    'retirer-mon-numero': `(retirer|enlever|supprimer|effacer) (mon numero|mon nom|mon contact|mes coordonnees)( (de|la|votre|vos|cette|du|des)){0,2}( ${list})?`,
    'pas-de-promos': `(pas|assez) (de|d|aucune?) ${offers}|plus (de|d|aucune?) (pubs?|publicites?)( svp)?`,
    'arreter-de-recevoir': `(arreter de|cesser de|darreter de) recevoir${some} ${what}`,
  },
  maybePhrases: {
    'plus-de-promos': `plus (de|d) ${offers}`,
    'ne-plus-recevoir': '(ne )?(veux|souhaite|desire)? ?(plus|pas) (rien )?recevoir',
    'qui-a-donne-mon-numero': '(qui vous a donne|comment avez vous (eu|obtenu)|ou avez vous (eu|trouve)) mon numero',
    'me-desabonner': '(me |se )?(desabonner|desinscrire)',
    'mauvais-numero': `(mauvais|faux) numero`,
    'ne-pas-contacter': `ne pas (me )?(contacter|deranger|envoyer|ecrire)`,
  },
  harmless: ['arret de (bus|tram|metro|travail|car)', 'sans arret', '(le|du|au|un|en) stop'],
  prefers: '(seulement|uniquement|que|plutot|prefere|ok|suffit|bien|oui|va|convient|juste|mieux)',
};
