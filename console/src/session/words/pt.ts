import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Entrar',
  lead: 'Veja quem disse sim, quem disse não e por quê.',
  key: 'Chave de API',
  keyHint: 'Começa com olk_ e fica nesta aba até você fechá-la.',
  signIn: 'Entrar',
  withKey: 'Tenho uma chave de API',
  noKey: 'Digite a chave.',
  over: 'Entre de novo',
  overWhy: 'Sua sessão terminou. O que você digitou continua aqui: entre e prossiga.',
  overNewWindow: 'Abre-se outra janela. Depois de entrar, volte para esta.',
  refused: 'Esta chave não abre nada aqui.',
  whereFrom:
    'Na sua própria máquina, npm start mostra um link com que você entra. Em outro lugar, quem administra o OptLedger lhe dá uma chave.',
  invitedOnly: 'Só entra quem foi convidado. Peça o convite a um proprietário.',
  finishing: 'Um momento, você está entrando…',
  elsewhere: 'Você entrou',
  elsewhereHow: 'Continue na janela onde estava. Esta você pode fechar.',
  refusedByPool: 'Não foi possível entrar. Tente de novo.',
  notOurs: 'Se outra janela pediu que você entrasse, continue lá. Se não, entre de novo.',
  failed: 'A página de entrada não responde agora. Tente daqui a pouco.',
  noRole: 'Você não tem papel aqui',
  noRoleHow: 'Seu e-mail é conhecido, mas sem papel. Peça a um proprietário que convide você.',
  somebodyElse: 'Entrar como outra pessoa',
  roles: {
    owner: 'Proprietário',
    marketer: 'Marketing',
    support: 'Atendimento',
    auditor: 'Auditor',
    numbers: 'Marketing com acesso aos números',
  },
};
