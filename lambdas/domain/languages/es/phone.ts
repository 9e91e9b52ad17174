import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Hola, aquí {business}.',
  listen: 'Puedes aceptar lo siguiente:',
  yes: 'Si estás de acuerdo, pulsa 1. Solo cuenta cuando también digas que sí por WhatsApp.',
  no: 'Si no quieres estos mensajes, pulsa 2.',
  thanks: 'Gracias. Si te preguntamos por WhatsApp, responde allí; solo entonces cuenta.',
  declined: 'De acuerdo. No recibirás estos mensajes.',
  nothing: 'No ha cambiado nada. Hasta luego.',
};
