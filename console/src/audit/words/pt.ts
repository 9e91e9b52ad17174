import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Auditoria',
  lead: 'Cada ato que mudou algo aqui e cada lista de pessoas que foi entregue. Nada é mudado nem retirado.',
  what: 'Ato',
  about: 'Sobre o quê, por quem',
  by: 'por',
  when: 'Quando',
  refused: 'recusado',
  unknown: 'não se sabe se foi feito',
  none: 'Nada foi feito ainda',
  noneWhy: 'Tudo o que alguém mudar fica aqui desde então.',
};
