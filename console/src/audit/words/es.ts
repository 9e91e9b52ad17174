import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Auditoría',
  lead: 'Cada acto que cambió algo aquí y cada lista de personas que se entregó. Nada se cambia ni se quita nunca.',
  what: 'Acto',
  about: 'Sobre qué, por quién',
  by: 'por',
  when: 'Cuándo',
  refused: 'rechazado',
  unknown: 'no se sabe si se hizo',
  none: 'Todavía no se hizo nada',
  noneWhy: 'Todo lo que alguien cambie estará aquí desde entonces.',
};
