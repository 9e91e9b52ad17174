import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Entrar',
  lead: 'Veja quem disse sim, quem disse não e por quê.',
  key: 'Chave de API',
  keyHint: 'Começa com olk_ e fica nesta aba até você fechá-la.',
  signIn: 'Entrar',
  noKey: 'Digite a chave.',
  over: 'Entre de novo',
  overWhy: 'Sua sessão terminou. O que você digitou continua aqui: entre e prossiga.',
  refused: 'Esta chave não abre nada aqui.',
  whereFrom:
    'Na sua própria máquina, npm start mostra um link com que você entra. Em outro lugar, quem administra o OptLedger lhe dá uma chave.',
};
