import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Com uma pessoa',
  lead: 'Quem pediu para falar com alguém, ou foi passado para uma pessoa. As respostas automáticas ficam em silêncio até você devolver, ou 24 horas depois da última mensagem. STOP é sempre ouvido.',
  person: 'Pessoa',
  since: 'Desde',
  by: 'Por',
  lastWrote: 'Última mensagem',
  handBack: 'Devolver',
  handedBack: 'Devolvido. As respostas automáticas voltam a responder.',
  none: 'Ninguém está com uma pessoa',
  noneWhy: 'Quem tocar em “Falar com alguém”, ou pedir em palavras, aparece aqui.',
  causes: {
    button: 'Um botão',
    words: 'Palavras da pessoa',
    business: 'Sua equipe',
  },
};
