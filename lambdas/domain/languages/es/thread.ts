import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'Cambiar mis avisos',
  buttonStopMarketing: 'No más publicidad',
  askWhichBySms:
    '{business}: ¿quieres dejar de recibir nuestros mensajes? Envía STOP para no recibir ninguno, NO MÁS PUBLICIDAD para no recibir publicidad, START para seguir con todos.',
  getsNow: '{business}: esto es lo que recibes ahora de nosotros: {purposes}.',
  getsNothing: '{business}: ahora mismo no recibes ningún mensaje nuestro.',
  adding: 'Para añadir algo, elige “Recibir”. Así dices:',
  howToAdd: 'Para recibir algo más de nosotros, suscríbete.',
  more: 'No todo cabe en esta lista. Escríbenos sobre lo demás.',
  open: 'Ver la lista',
  rowGet: 'Recibir {purposes}',
  rowStop: 'No recibir {purposes}',
  rowStopAll: 'No recibir más',
  rowStopAllHint: 'No te enviaremos más mensajes',
};
