import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: sua inscrição foi cancelada e você não receberá mais mensagens. Envie START para voltar a receber.',
  marketingStopConfirmed: '{business}: você não receberá mais {purposes}.',
  goesOn: 'Você continuará recebendo de nós {purposes}.',
  marketingAgain: 'Para voltar a receber publicidade, inscreva-se de novo conosco.',
  marketing: 'mensagens de marketing',
  startConfirmed: '{business}: você voltará a receber {purposes}. Envie STOP para cancelar.',
  optInConfirmed:
    '{business}: pronto, vamos enviar {purposes} pelo WhatsApp. Envie STOP para cancelar, HELP para ajuda.',
  askWhetherStop: 'Você quer parar de receber todas as mensagens de {business}?',
  buttonStop: 'Parar mensagens',
  buttonKeep: 'Continuar',
  askWhetherStopBySms:
    '{business}: quer parar de receber nossas mensagens? Envie STOP para parar ou START para continuar.',
  help: '{business}: envie STOP para parar de receber mensagens, START para voltar a receber.',
  howToOptIn: 'Envie OPTIN {name} para se inscrever.',
};
