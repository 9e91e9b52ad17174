import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Con una persona',
  lead: 'Quien pidió hablar con alguien, o fue pasado a una persona. Las respuestas automáticas callan hasta que lo devuelvas, o 24 horas después de su último mensaje. STOP siempre se escucha.',
  person: 'Persona',
  since: 'Desde',
  by: 'Por',
  lastWrote: 'Último mensaje',
  handBack: 'Devolver',
  handedBack: 'Devuelto. Las respuestas automáticas vuelven a contestar.',
  none: 'Nadie está con una persona',
  noneWhy: 'Quien pulse “Hablar con alguien”, o lo pida con palabras, aparece aquí.',
  causes: {
    button: 'Un botón',
    words: 'Sus palabras',
    business: 'Tu equipo',
  },
};
