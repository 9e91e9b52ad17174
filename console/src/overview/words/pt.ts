import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Visão geral',
  lead: 'Como {name} pode escrever para as pessoas, e o que falta fazer.',
  peopleSome: { one: '{n} pessoa conhecida', other: '{n} pessoas conhecidas' },
  peopleMore: 'Mais de {n} pessoas conhecidas',
  peopleNone: 'Ainda não há ninguém',
  optedIn: {
    one: '{n} delas pode receber mensagens sobre {purpose}.',
    other: '{n} delas podem receber mensagens sobre {purpose}.',
  },
  seePeople: 'Ver as pessoas',
  steps: 'Primeiros passos',
  stepsDone: '{done} de {all} feitos',
  allDone: 'Está tudo pronto.',
  next: 'Próximo',
  done: 'Feito',
  open: 'Pendente',
  stepNames: {
    app: 'Sua empresa está aqui',
    purposes: 'Diga sobre o que quer escrever',
    whatsapp: 'Conecte seu número do WhatsApp',
    notice: 'Publique o texto que as pessoas aceitam',
    point: 'Faça o primeiro link, código QR ou widget',
    person: 'Consiga o primeiro sim',
  },
  stepWhy: {
    app: 'O nome aparece em cada página e em cada pergunta.',
    purposes: 'As pessoas dizem sim a uma finalidade, como ofertas ou avisos de pedidos, e a nada mais.',
    whatsapp: 'É lá que chegam as respostas e os STOP, e para lá leva o link de cada código QR.',
    notice: 'O que foi mostrado é guardado com cada sim, palavra por palavra, como prova.',
    point: 'É por aqui que as pessoas entram: um cartaz na porta, um link em um e-mail, uma caixa no checkout.',
    person: 'Leia seu próprio código, marque e toque em enviar. Você será a primeira pessoa da lista.',
  },
};
