import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business} : votre inscription est annulée, vous ne recevrez plus de messages. Envoyez START pour en recevoir de nouveau.',
  marketingStopConfirmed: '{business} : c’est arrêté, vous ne recevrez plus ces messages : {purposes}.',
  goesOn: 'Vous continuerez à recevoir : {purposes}.',
  marketingAgain: 'Pour recevoir de nouveau de la publicité, inscrivez-vous à nouveau chez nous.',
  marketing: 'messages publicitaires',
  startConfirmed: '{business} : vous recevrez de nouveau nos messages : {purposes}. Envoyez STOP pour les arrêter.',
  optInConfirmed:
    '{business} : c’est fait, vous recevrez nos messages sur WhatsApp : {purposes}. Envoyez STOP pour les arrêter, HELP pour de l’aide.',
  askWhetherStop: 'Voulez-vous arrêter tous les messages de {business} ?',
  buttonStop: 'Tout arrêter',
  buttonKeep: 'Continuer',
  askWhetherStopBySms:
    '{business} : voulez-vous arrêter tous nos messages ? Envoyez STOP pour arrêter ou START pour continuer.',
  help: '{business} : envoyez STOP pour arrêter nos messages, START pour en recevoir de nouveau.',
  howToOptIn: 'Envoyez OPTIN {name} pour vous inscrire.',
};
