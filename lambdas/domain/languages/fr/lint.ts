import type { LintWords } from '../topics/lint.ts';

export const lint: LintWords = {
  script: 'Latin',
  consent: `
    j’accepte, je consens, je veux, je souhaite, je désire, j’aimerais, je voudrais, j’autorise, je donne, je suis d’accord,
    je demande, oui je, envoyez-moi, je permets, j’opte`,
  receive: 'recevoir, reçoive, reçois, envoyez-moi, m’envoie, m’envoient, m’envoyer, m’adresse, messages',
  vague: `
    informations, information, infos, des informations, des infos, mises à jour, des mises à jour, messages, des messages,
    notifications, des notifications, communications, des communications, contenu, contenus, des contenus, alertes, des alertes,
    autres, autre, tout, tous les messages, informations importantes, des informations importantes, informations utiles,
    informations générales, messages whatsapp, des messages whatsapp, et plus, plus, divers, service, services`,
  marketing: `
    offre, offres, réduction, réductions, remise, remises, promotion, promotions, promotionnel, promotionnels, promotionnelles,
    promo, promos, soldes, bon de réduction, coupon, coupons, publicité, publicités, marketing, newsletter, bons plans,
    prix spéciaux, ventes privées`,
  service: `
    commande, commandes, livraison, livraisons, colis, réservation, réservations, rendez-vous, facture, factures, compte, paiement,
    paiements, code, codes, mot de passe, mots de passe, reçu, reçus, achat, achats`,
  bundled: `
    en continuant, en poursuivant, en utilisant ce, en utilisant notre, en utilisant le, en utilisant nos, en vous inscrivant,
    en m’inscrivant, en créant un compte, en passant commande, en commandant, en achetant, en payant, en visitant, en naviguant,
    en téléchargeant, en validant ma commande, en validant votre commande`,
  terms: `
    conditions générales, conditions d’utilisation, conditions de vente, les cgu, les cgv, les conditions, politique de cookies,
    j’accepte la politique, j’accepte les termes`,
  silence: `
    décochez, décocher, désélectionnez, retirez la coche, sauf avis contraire, cochez ici pour ne pas recevoir,
    cochez pour ne pas recevoir, cochez cette case pour ne pas, si vous ne faites rien, sans action de votre part`,
  refusal: `
    si vous ne voulez pas, si vous ne souhaitez pas, si vous ne désirez pas, à moins que, sauf si, je ne veux pas,
    je ne souhaite pas, je ne désire pas, je n’accepte pas, je refuse, ne m’envoyez pas`,
  condition: `
    vous devez accepter, il faut accepter, est obligatoire, obligatoire pour, obligatoires pour, nécessaire pour finaliser,
    nécessaire pour commander, nécessaire pour acheter, nécessaire à votre commande, requis pour, requise pour,
    pour pouvoir acheter, pour pouvoir commander, pour finaliser votre commande, indispensable pour, condition pour acheter,
    ne pouvez commander que si, ne pourrez commander que si, ne pouvez acheter que si, acceptez pour commander,
    acceptez pour acheter, acceptez pour finaliser, pour finaliser votre achat, condition pour commander`,
  notACondition: `
    n’est pas une condition, n’est une condition d’aucun, ce n’est pas une condition, pas obligatoire, n’est pas nécessaire,
    n’est pas requis, n’est pas requise, sans obligation, pas besoin d’accepter, sans condition d’achat`,
  irrevocable: `
    irrévocable, irrévocables, irrévocablement, ne peut être retiré, ne peut pas être retiré, ne peut être révoqué,
    vous ne pouvez pas vous désabonner, ne pourrez pas vous désabonner, je renonce`,
  hardWays: `
    par courrier, par lettre, lettre recommandée, par écrit, appelez, par téléphone, en appelant, dans notre magasin, en agence,
    connectez-vous, vous connecter, remplissez le formulaire, jours ouvrés, jours ouvrables, moyennant des frais`,
  anyTime: 'à tout moment, n’importe quand, quand vous voulez, quand vous le souhaitez, à tout instant',
  others: `
    nos partenaires, ses partenaires, vos partenaires, et partenaires, partenaires commerciaux, sociétés du groupe,
    entreprises du groupe, filiales, sociétés affiliées, affiliés, tiers, des tiers, sponsors, autres entreprises,
    autres marques, autres sociétés`,
  endorsed: `
    whatsapp officiel, officiel de whatsapp, officielle de whatsapp, partenaire de whatsapp, partenaire officiel,
    approuvé par whatsapp, vérifié par whatsapp, certifié par whatsapp, newsletter de whatsapp, équipe whatsapp,
    équipe de whatsapp, approuvé par meta, vérifié par meta, partenaire de meta, recommandé par whatsapp`,
};
