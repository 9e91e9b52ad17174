import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'Gérer mes messages',
  buttonStopMarketing: 'Arrêter la publicité',
  askWhichBySms:
    '{business} : voulez-vous arrêter nos messages ? Envoyez STOP pour tout arrêter, ARRÊTER LA PUBLICITÉ pour arrêter seulement la publicité, START pour continuer.',
  getsNow: '{business} : voici ce que vous recevez de nous en ce moment : {purposes}.',
  getsNothing: '{business} : en ce moment, vous ne recevez aucun message de notre part.',
  adding: 'Pour ajouter quelque chose, choisissez « Recevoir ». Vous dites alors :',
  howToAdd: 'Pour recevoir d’autres messages, inscrivez-vous auprès de nous.',
  more: 'Cette liste ne montre pas tout. Écrivez-nous pour le reste.',
  open: 'Voir la liste',
  rowGet: 'Recevoir : {purposes}',
  rowStop: 'Arrêter : {purposes}',
  rowStopAll: 'Tout arrêter',
  rowStopAllHint: 'Vous ne recevrez plus nos messages',
};
