import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business} : c’est fait, vous ne recevrez plus nos messages. Pour en recevoir à nouveau, envoyez START.',
  marketingStopConfirmed: '{business} : c’est fait, vous ne recevrez plus ces messages : {purposes}.',
  goesOn: 'Vous continuerez à recevoir : {purposes}.',
  marketingAgain: 'Pour recevoir à nouveau de la publicité, réinscrivez-vous.',
  marketing: 'messages publicitaires',
  startConfirmed:
    '{business} : ravis de vous retrouver. Vous recevrez à nouveau nos messages : {purposes}. Envoyez STOP pour les arrêter.',
  optInConfirmed:
    '{business} : c’est confirmé. Vous recevrez nos messages sur WhatsApp : {purposes}. Envoyez STOP pour les arrêter, HELP pour obtenir de l’aide.',
  noAdvertising:
    'Pour le moment, aucune publicité ne peut être envoyée aux numéros de ce pays ({country}). Votre choix compte quand même.',
  askWhetherStop: '{business} : voulez-vous arrêter tous nos messages ?',
  buttonStop: 'Tout arrêter',
  buttonKeep: 'Continuer',
  askWhetherStopBySms:
    '{business} : voulez-vous arrêter tous nos messages ? Envoyez STOP pour arrêter ou START pour continuer.',
  help: '{business} : envoyez STOP pour arrêter nos messages, START pour en recevoir à nouveau.',
  howToOptIn: 'Envoyez OPTIN {name} pour vous inscrire.',
};
