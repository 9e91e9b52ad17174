import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'Hola, aquí {business}. ¿Qué podemos enviarte por este chat?',
  pick: 'Pulsa lo que quieras recibir. Cada opción es un sí solo a eso.',
  open: 'Elegir',
  noThanks: 'No, gracias',
};
