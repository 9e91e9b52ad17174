import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'Mudar o que recebo',
  buttonStopMarketing: 'Parar promoções',
  askWhichBySms:
    '{business}: quer parar de receber nossas mensagens? Envie STOP para parar todas, PARAR PROMOÇÕES para parar só as promoções, START para continuar com todas.',
  getsNow: '{business}: isto é o que você recebe de nós agora: {purposes}.',
  getsNothing: '{business}: no momento você não recebe nenhuma mensagem nossa.',
  adding: 'Para incluir algo, escolha “Receber”. Assim você diz:',
  howToAdd: 'Para receber mais mensagens nossas, inscreva-se com a gente.',
  more: 'Nem tudo cabe nesta lista. Escreva para a gente sobre o resto.',
  open: 'Ver a lista',
  rowGet: 'Receber {purposes}',
  rowStop: 'Parar {purposes}',
  rowStopAll: 'Parar tudo',
  rowStopAllHint: 'Não vamos mais enviar mensagens',
};
