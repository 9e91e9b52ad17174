import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'Parla con qualcuno',
  wayToHuman: 'Per parlare con una persona, invia OPERATORE.',
  handedOver: 'Grazie. Una persona di {business} ti scriverà qui.',
  handedOverAway: 'Grazie. Una persona di {business} ti scriverà qui. Riapriamo: {when}',
  words: `operatore, operatrice, agente, umano, umana, persona, un operatore, un’operatrice, un agente, un umano, una persona,
    persona reale, una persona reale, una persona vera, consulente, un consulente, servizio clienti, assistenza clienti`,
  phrases: {
    'parlare-con-qualcuno':
      '(parlare|parla|chattare|mi passi|mi passa|passami|passatemi|contattare|essere contattato)( (con|a))? ((un|una|uno|il|la|qualche) )?(operatore|operatrice|agente|uman[oa]|persona|consulente|qualcuno|essere umano)( (uman[oa]|reale|vera|vero))?',
  },
};
