import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: listo, ya no recibirás más mensajes nuestros. Para volver a recibirlos, envía START.',
  marketingStopConfirmed: '{business}: ya no te enviaremos más {purposes}.',
  goesOn: 'Sí seguirás recibiendo de nosotros {purposes}.',
  marketingAgain: 'Para recibir publicidad otra vez, vuelve a suscribirte.',
  marketing: 'mensajes publicitarios',
  startConfirmed:
    '{business}: hola de nuevo. Volverás a recibir de nosotros {purposes}. Envía STOP para no recibir más mensajes.',
  optInConfirmed:
    '{business}: todo listo. Te enviaremos por WhatsApp {purposes}. Envía STOP para no recibir más mensajes, HELP para pedir ayuda.',
  noAdvertising:
    'Por ahora no es posible enviar publicidad a números de este país ({country}). Tu elección cuenta igualmente.',
  askWhetherStop: '¿Quieres dejar de recibir todos los mensajes de {business}?',
  buttonStop: 'No recibir más',
  buttonKeep: 'Seguir recibiendo',
  askWhetherStopBySms:
    '{business}: ¿quieres dejar de recibir todos nuestros mensajes? Envía STOP para no recibir más o START para seguir.',
  help: '{business}: envía STOP para no recibir más mensajes, START para volver a recibirlos.',
  howToOptIn: 'Envía OPTIN {name} para suscribirte.',
};
