import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Cette page est de {business}.',
    trademark: 'WhatsApp est une marque de Meta Platforms, Inc., qui n’intervient pas dans cette page.',
    languages: 'Langue',
    newTab: '(s’ouvre dans un nouvel onglet)',
    privacy: 'Avis de confidentialité',
    chat: 'Discuter avec {business}',
    shop: 'Retour chez {business}',
  },
  check: {
    purposes: 'Que souhaitez-vous recevoir ?',
    agreement: 'Pour ce que vous cochez, vous déclarez :',
    confirm: 'Vous ne recevrez aucun message avant de confirmer sur WhatsApp, depuis votre propre téléphone.',
    continue: 'Continuer sur WhatsApp',
    chat: 'Ouvrir seulement la discussion',
    chatNote: 'Ouvrir la discussion ne vous inscrit à rien.',
    notOpened: 'WhatsApp ne s’est pas ouvert ?',
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
    summary: 'Merci de vérifier',
    purposes: 'Cochez au moins une case.',
    purposesOrChat: 'Cochez au moins une case, ou ouvrez seulement la discussion.',
    numberMissing: 'Saisissez votre numéro, par exemple {example}.',
    numberInvalid:
      'Ce numéro ne semble pas correct. Saisissez-le ainsi : {example} ({country}), ou commencez par + et l’indicatif du pays.',
    numberWithCode: 'Ce numéro ne semble pas correct. Commencez par + et l’indicatif du pays, par exemple {example}.',
    numberTwice: 'Vous avez déjà saisi ce numéro.',
    country: 'Choisissez votre pays, ou commencez le numéro par + et son indicatif, par exemple {example}.',
    changed: 'Le texte a changé entre-temps. Merci de le relire et de choisir.',
  },
  end: {
    heading: 'Une dernière étape',
    step: 'Étape 2 sur 2',
    text: 'Ouvrez WhatsApp et envoyez à {business} le message qui y est prêt. Votre inscription est faite quand il arrive.',
    onlyFrom: 'Envoyez-le depuis le numéro se terminant par {number}. Seul ce téléphone peut confirmer.',
    fromEach:
      'Envoyez-le depuis chacun de vos téléphones : les numéros se terminant par {numbers}. Chacun confirme pour lui-même.',
    open: 'Ouvrir WhatsApp',
    scan: 'Scannez ceci avec votre téléphone',
    message: 'Votre message à {business}',
    messageHint: 'Merci de ne pas modifier le texte.',
    sent: 'Je l’ai envoyé',
    notYet:
      'Votre confirmation n’est pas encore arrivée. Appuyez sur envoyer dans WhatsApp, répondez si une question vous y est posée, et réessayez.',
    looking: 'Cette page s’actualise d’elle-même à l’arrivée de votre message.',
    stopLooking: 'Désactiver',
    until: 'Vous pouvez le faire jusqu’au {time}.',
    confirmedHeading: 'Inscription confirmée',
    confirmedText: '{business} peut désormais vous écrire sur WhatsApp au sujet de :',
    confirmedNumbers: 'Confirmé : numéro se terminant par {numbers}.',
    waitingNumbers: 'Pas encore confirmé : numéro se terminant par {numbers}.',
    howToStop: 'Pour arrêter, envoyez STOP dans la discussion à tout moment.',
    lapsed: {
      heading: 'Le délai de cette étape est passé',
      text: 'Si vous avez envoyé le message, rien n’est perdu. Sinon, aucun consentement n’a été enregistré et vous pouvez recommencer.',
    },
    again: 'Recommencer',
  },
  closed: {
    paused: {
      heading: 'Fermé pour le moment',
      text: '{business} ne prend pas d’inscriptions ici pour le moment. Merci de réessayer plus tard.',
    },
    expired: {
      heading: 'Ce lien a expiré',
      text: 'Demandez un nouveau lien à {business}, ou dites simplement bonjour.',
    },
    full: { heading: 'C’est complet', text: '{business} a atteint ici la limite d’inscriptions.' },
  },
  widget: {
    button: 'Recevoir des messages sur WhatsApp',
    close: 'Fermer',
    line: '{purposes} sur WhatsApp',
    numberHint: 'Avec + et l’indicatif du pays, par exemple {example}',
    otherDevice: 'Scanner un code avec le téléphone, ou voir si le message est arrivé',
  },
  problem: {
    retry: 'Réessayer',
    notFound: { heading: 'Cette page n’existe pas', text: 'Vérifiez l’adresse ou scannez à nouveau le code.' },
    tooMany: { heading: 'Trop de tentatives', text: 'Attendez quelques minutes, puis réessayez.' },
    unreadable: {
      heading: 'Cela n’a pas fonctionné',
      text: 'Le formulaire contenait quelque chose d’inattendu. Rien n’a été enregistré. Revenez en arrière et rouvrez la page.',
    },
    failed: { heading: 'Un problème est survenu ici', text: 'Réessayez dans un instant.' },
  },
};
