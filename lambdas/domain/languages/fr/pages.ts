import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Page proposée par {business}.',
    trademark: 'WhatsApp est une marque de Meta Platforms, Inc., qui n’a aucun lien avec cette page.',
    languages: 'Langue',
    newTab: '(s’ouvre dans un nouvel onglet)',
    privacy: 'Politique de confidentialité',
    chat: 'Discuter avec {business}',
    shop: 'Retour chez {business}',
  },
  check: {
    purposes: 'Choisissez ce que vous voulez recevoir',
    agreement: 'Selon vos choix, vous acceptez ceci :',
    confirm: 'Vous confirmez sur WhatsApp, depuis votre téléphone. D’ici là, vous ne recevez aucun message.',
    continue: 'Continuer sur WhatsApp',
    chat: 'Discuter sans inscription',
    chatNote: 'Discuter ne vous inscrit à rien.',
    notOpened: 'WhatsApp ne s’est pas ouvert ?',
  },
  number: {
    country: 'Pays',
    number: 'Votre numéro WhatsApp',
    example: 'Par exemple {example}',
    more: 'Ajouter un autre numéro',
    another: 'Numéro {n}',
    moreHint: 'Pour un numéro d’un autre pays, commencez par + et l’indicatif du pays.',
  },
  fault: {
    summary: 'À corriger',
    purposes: 'Faites au moins un choix.',
    purposesOrChat: 'Faites au moins un choix, ou discutez sans vous inscrire.',
    numberMissing: 'Saisissez votre numéro, par exemple {example}.',
    numberInvalid:
      'Ce numéro ne semble pas correct. Saisissez-le ainsi : {example} ({country}), ou commencez par + et l’indicatif du pays.',
    numberWithCode: 'Ce numéro ne semble pas correct. Commencez par + et l’indicatif du pays, par exemple {example}.',
    numberTwice: 'Vous avez déjà saisi ce numéro.',
    country: 'Choisissez votre pays, ou commencez le numéro par + et l’indicatif du pays, par exemple {example}.',
    notServed: 'Aucun message ne peut être envoyé aux numéros de ce pays ({country}). Saisissez un autre numéro.',
    changed: 'Le texte a changé depuis que vous avez ouvert cette page. Relisez-le, puis faites votre choix.',
  },
  end: {
    heading: 'Presque fini : appuyez sur Envoyer dans WhatsApp',
    step: 'Étape 2 sur 2',
    text: 'Ouvrez WhatsApp et envoyez à {business} le message qui vous y attend. Dès qu’il arrive, c’est confirmé.',
    onlyFrom: 'Envoyez-le depuis le numéro qui finit par {number}. Seul ce téléphone compte.',
    fromEach:
      'Envoyez-le depuis chacun de vos téléphones : les numéros qui finissent par {numbers}. Chaque numéro se confirme à part.',
    open: 'Ouvrir WhatsApp',
    scan: 'Scannez ce code avec votre téléphone',
    message: 'Votre message à {business}',
    messageHint: 'Merci de laisser le texte tel quel.',
    sent: 'C’est envoyé',
    notYet:
      'Votre message n’est pas encore arrivé. Appuyez sur Envoyer dans WhatsApp, répondez à notre question s’il y en a une, puis réessayez.',
    looking: 'Cette page s’actualise toute seule à l’arrivée de votre message.',
    stopLooking: 'Désactiver',
    until: 'Vous avez jusqu’au {time}.',
    confirmedHeading: 'C’est confirmé',
    confirmedText: '{business} vous écrira sur WhatsApp pour :',
    confirmedNumbers: 'Confirmé : numéro qui finit par {numbers}.',
    waitingNumbers: 'Pas encore confirmé : numéro qui finit par {numbers}.',
    noAdvertising:
      'Pour le moment, aucune publicité ne peut être envoyée aux numéros de ce pays ({country}). Votre choix compte quand même.',
    howToStop: 'Pour arrêter, il suffit d’envoyer STOP dans la discussion.',
    lapsed: {
      heading: 'Le délai de confirmation est dépassé',
      text: 'Le message est déjà parti ? Alors rien n’est perdu. Sinon, vous n’avez rien accepté, et vous pouvez recommencer.',
    },
    again: 'Recommencer',
  },
  closed: {
    paused: {
      heading: 'Fermé pour le moment',
      text: '{business} n’accepte pas d’inscription ici pour l’instant. Réessayez plus tard.',
    },
    expired: { heading: 'Ce lien a expiré', text: 'Demandez-en un nouveau à {business}, ou dites simplement bonjour.' },
    full: { heading: 'C’est complet', text: '{business} a atteint la limite d’inscriptions ici.' },
  },
  widget: {
    button: 'Nos actus sur WhatsApp',
    close: 'Fermer',
    line: '{purposes} sur WhatsApp',
    numberHint: 'Avec + et l’indicatif du pays, par exemple {example}',
    otherDevice: 'Scanner un code avec votre téléphone, ou voir si le message est arrivé',
  },
  problem: {
    retry: 'Réessayer',
    notFound: { heading: 'Page introuvable', text: 'Vérifiez l’adresse ou scannez à nouveau le code.' },
    tooMany: { heading: 'Trop de tentatives', text: 'Patientez quelques minutes, puis réessayez.' },
    unreadable: {
      heading: 'Ça n’a pas marché',
      text: 'Quelque chose n’allait pas dans le formulaire : rien n’a été enregistré. Revenez en arrière et rouvrez la page.',
    },
    failed: { heading: 'Désolé, quelque chose s’est mal passé', text: 'Réessayez dans un instant.' },
  },
};
