import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business} : votre inscription est annulée, vous ne recevrez plus de messages. Envoyez START pour en recevoir de nouveau.',
  marketingStopConfirmed:
    '{business} : vous ne recevrez plus de messages publicitaires. Les autres messages que vous avez acceptés continuent. Pour recevoir de nouveau de la publicité, inscrivez-vous à nouveau chez nous.',
  startConfirmed: '{business} : vous recevrez de nouveau nos messages. Envoyez STOP pour les arrêter.',
  optInConfirmed:
    '{business} : vous avez accepté nos messages WhatsApp. Envoyez STOP pour les arrêter, HELP pour de l’aide.',
  askWhetherStop: 'Voulez-vous arrêter tous les messages de {business} ?',
  buttonStop: 'Tout arrêter',
  buttonKeep: 'Continuer',
  askWhetherStopBySms:
    '{business} : voulez-vous arrêter tous nos messages ? Envoyez STOP pour arrêter ou START pour continuer.',
  help: '{business} : envoyez STOP pour arrêter nos messages, START pour en recevoir de nouveau.',
  howToOptIn: 'Envoyez OPTIN {name} pour vous inscrire.',
};
