import type { Words } from '../../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Anúncios que abrem o chat',
  why: 'Um toque no seu anúncio no Facebook ou Instagram abre um chat com você. Cada anúncio é contado à parte.',
  lead: 'Um toque abre um chat e não inscreve ninguém. Quem escreve recebe uma pergunta, e a resposta conta para o anúncio.',
  see: 'Ver todos os anúncios',
  how: 'Como funciona',
  noneTitle: 'Nenhum chat veio de um anúncio ainda',
  noneWhy: 'Com o primeiro chat, o anúncio aparece aqui sozinho, com seu título. Não é preciso criar nada.',
  chats: { one: '{n} chat', other: '{n} chats' },
  optIns: { one: '{n} adesão', other: '{n} adesões' },
  columns: { chats: 'Chats', optIns: 'Adesões', stops: 'Saídas' },
  since: 'primeiro chat',
  adId: 'Anúncio {id}',
  howTitle: 'Para que seus anúncios contem aqui',
  steps: {
    destination: 'Leve o anúncio ao WhatsApp',
    destinationWhy: 'No gerenciador de anúncios da Meta, escolha WhatsApp como destino e o número {number}.',
    noNumber: 'Seu negócio ainda não tem aqui um número de WhatsApp. Conecte-o primeiro.',
    question: 'Pergunte a quem escreve',
    questionOn: 'A primeira mensagem está ligada: quem vem por um anúncio recebe a pergunta sobre o que quer receber.',
    questionOff:
      'A primeira mensagem está desligada. Sem ela não se pergunta a ninguém, e os anúncios trazem chats, mas não adesões.',
    answer: 'Responda em 24 horas',
    answerWhy: 'Então você pode escrever livremente por 72 horas, e a Meta não cobra por isso.',
    wait: 'É só isso',
    waitWhy: 'Com o primeiro chat, o anúncio aparece aqui. Você pode mudar o nome; o número da Meta fica ao lado.',
  },
  toSettings: 'Às configurações',
  seeQuestion: 'Ver a primeira mensagem',
  setUpQuestion: 'Ligar',
  uncounted: 'Quem toca no anúncio e não envia nada não deixa rastro aqui. Esses toques a Meta conta.',
};
