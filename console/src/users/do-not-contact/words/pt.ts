import type { Words } from '../../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  act: 'Não contatar',
  title: 'Pôr {person} na lista de não contatar',
  does: 'A partir deste momento nada é enviado, mesmo que a pessoa tenha dito sim. O sim dela fica como está e volta a valer quando você a tirar da lista.',
  scope: 'O que para',
  scopes: {
    all: 'Tudo',
    marketing: 'Só o marketing',
  },
  reason: 'Por quê',
  reasonHint: 'Por exemplo “pediu à nossa advogada para não receber mensagens”. Fica para sempre na história.',
  operator: 'Seu nome',
  operatorHint: 'Quem decidiu. É guardado como prova.',
  documentRef: 'Onde está anotado',
  documentRefHint: 'Por exemplo o número de um chamado ou de uma carta.',
  put: 'Pôr na lista',
  done: 'Na lista de não contatar.',
  holds: {
    all: 'Na sua lista de não contatar desde {date}. Nada é enviado.',
    marketing: 'Na sua lista de não contatar para marketing desde {date}.',
  },
  why: '“{text}” ({operator})',
  lift: 'Tirar da lista',
  liftTitle: 'Tirar {person} da lista de não contatar',
  liftDoes:
    'Volta a valer o que a pessoa disse: a quem disse sim já se pode escrever. Um não dela continua sendo um não.',
  liftReasonHint: 'Por exemplo “resolvido por telefone”.',
  lifted: 'Fora da lista de não contatar.',
};
