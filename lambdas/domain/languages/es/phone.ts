import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Hola, aquí {business}.',
  listen: 'Puedes aceptar lo siguiente:',
  yes: 'Si estás de acuerdo, pulsa 1. Luego te lo preguntaremos otra vez por WhatsApp.',
  no: 'Si no quieres estos mensajes, pulsa 2.',
  thanks: 'Gracias. Responde a nuestro mensaje en WhatsApp y listo.',
  declined: 'De acuerdo. No recibirás estos mensajes.',
  nothing: 'No ha cambiado nada. Hasta luego.',
};
