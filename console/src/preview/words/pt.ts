import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'O que as pessoas veem',
  look: 'Claro ou escuro',
  schemes: {
    light: 'Claro',
    dark: 'Escuro',
  },
  note: 'Desenhado com as mesmas palavras, logotipo e cor da página. Nada aqui pode ser tocado.',
};
