import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  seeAll: 'Ver todas as opções',
  close: 'Fechar',
  send: 'Enviar',
};
