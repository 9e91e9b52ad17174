import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Cette page est de {business}.',
    trademark: 'WhatsApp est une marque de Meta Platforms, Inc., qui n’intervient pas dans cette page.',
    languages: 'Langue',
    newTab: '(s’ouvre dans un nouvel onglet)',
  },
  check: {
    purposes: 'Que souhaitez-vous recevoir ?',
    purposesHint: 'Cochez ce que vous voulez. Rien n’est choisi d’avance.',
    agreement: 'Pour ce que vous cochez, vous déclarez :',
    confirm: 'Vous ne recevrez aucun message avant de confirmer sur WhatsApp, depuis votre propre téléphone.',
    continue: 'Continuer sur WhatsApp',
    chat: 'Ouvrir seulement la discussion',
    chatNote: 'Ouvrir la discussion ne vous inscrit à rien.',
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
    numberMissing: 'Saisissez votre numéro.',
    numberInvalid:
      'Cela ne ressemble pas à un numéro de ce pays ({country}). Vérifiez les chiffres, ou commencez par + et l’indicatif du pays.',
    numberTwice: 'Vous avez déjà saisi ce numéro.',
    country: 'Choisissez un pays.',
    changed: 'Le texte a changé entre-temps. Merci de le relire et de choisir.',
  },
  end: {
    heading: 'Une dernière étape',
    text: 'Ouvrez WhatsApp et envoyez le message qui y est prêt. Votre inscription est faite quand il arrive.',
    onlyFrom: 'Envoyez-le depuis le numéro se terminant par {number}. Seul ce téléphone peut confirmer.',
    fromEach:
      'Envoyez-le depuis chacun de vos téléphones : les numéros se terminant par {numbers}. Chacun confirme pour lui-même.',
    open: 'Ouvrir WhatsApp',
    scan: 'Ou scannez ceci avec votre téléphone',
    message: 'Ce que vous allez envoyer',
    messageHint: 'Merci de ne pas modifier le texte.',
    sent: 'Je l’ai envoyé',
    notYet:
      'Votre confirmation n’est pas encore arrivée. Appuyez sur envoyer dans WhatsApp, répondez si une question vous y est posée, et réessayez.',
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
      text: 'Personne ne peut s’inscrire ici actuellement. Réessayez plus tard.',
    },
    expired: { heading: 'Ce lien a expiré', text: 'Il n’est plus possible de s’inscrire ici.' },
    full: { heading: 'C’est complet', text: 'Le nombre maximal d’inscriptions est atteint ici.' },
  },
  widget: {
    button: 'Recevoir des messages sur WhatsApp',
    close: 'Fermer',
    line: '{purposes} sur WhatsApp',
    numberHint: 'Avec + et l’indicatif du pays, par exemple {example}',
    numberInvalid: 'Cela ne ressemble pas à un numéro de téléphone. Commencez par + et l’indicatif du pays.',
    otherDevice: 'Scanner un code avec le téléphone, ou voir si le message est arrivé',
  },
  problem: {
    notFound: { heading: 'Cette page n’existe pas', text: 'Vérifiez l’adresse ou scannez à nouveau le code.' },
    tooMany: { heading: 'Trop de tentatives', text: 'Attendez quelques minutes, puis réessayez.' },
    unreadable: {
      heading: 'Cela n’a pas fonctionné',
      text: 'Le formulaire contenait quelque chose d’inattendu. Rien n’a été enregistré. Revenez en arrière et rouvrez la page.',
    },
    failed: { heading: 'Un problème est survenu ici', text: 'Réessayez dans un instant.' },
  },
};
