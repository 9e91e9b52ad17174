import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: su baja está hecha y no recibirá más mensajes. Envíe START para volver a recibirlos.',
  marketingStopConfirmed: '{business}: hemos dejado de enviarle {purposes}.',
  goesOn: 'Seguirá recibiendo de nuestra parte {purposes}.',
  marketingAgain: 'Para volver a recibir publicidad, inscríbase de nuevo con nosotros.',
  marketing: 'mensajes publicitarios',
  startConfirmed: '{business}: volverá a recibir {purposes}. Envíe STOP para darse de baja.',
  optInConfirmed: '{business}: listo, le enviaremos {purposes} por WhatsApp. Envíe STOP para la baja, HELP para ayuda.',
  askWhetherStop: '¿Desea dejar de recibir todos los mensajes de {business}?',
  buttonStop: 'No recibir más',
  buttonKeep: 'Seguir recibiendo',
  askWhetherStopBySms:
    '{business}: ¿desea dejar de recibir nuestros mensajes? Envíe STOP para la baja o START para seguir.',
  help: '{business}: envíe STOP para dejar de recibir mensajes, START para volver a recibirlos.',
  howToOptIn: 'Envíe OPTIN {name} para suscribirse.',
};
