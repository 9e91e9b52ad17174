import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  seeAll: 'Ver todas las opciones',
  close: 'Cerrar',
  send: 'Enviar',
};
