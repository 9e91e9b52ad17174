import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: pronto, você não vai mais receber nossas mensagens. Para voltar a receber, envie START.',
  marketingStopConfirmed: '{business}: você não vai mais receber {purposes}.',
  goesOn: 'Você continua recebendo normalmente {purposes}.',
  marketingAgain: 'Para voltar a receber publicidade, inscreva-se de novo com a gente.',
  marketing: 'mensagens promocionais',
  startConfirmed:
    '{business}: que bom ter você de volta. Você vai receber de novo {purposes}. Envie STOP para parar as mensagens.',
  optInConfirmed:
    '{business}: tudo certo. Você vai receber no WhatsApp {purposes}. Envie STOP para parar as mensagens, HELP para pedir ajuda.',
  noAdvertising:
    'No momento, não é possível enviar publicidade para números deste país ({country}). Sua escolha vale mesmo assim.',
  askWhetherStop: 'Você quer parar de receber todas as mensagens de {business}?',
  buttonStop: 'Parar mensagens',
  buttonKeep: 'Continuar recebendo',
  askWhetherStopBySms:
    '{business}: quer parar de receber todas as nossas mensagens? Envie STOP para parar ou START para continuar.',
  help: '{business}: envie STOP para parar de receber mensagens, START para voltar a receber.',
  howToOptIn: 'Envie OPTIN {name} para se inscrever.',
};
