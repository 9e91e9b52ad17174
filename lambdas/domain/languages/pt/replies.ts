import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: sua inscrição foi cancelada e você não receberá mais mensagens. Envie START para voltar a receber.',
  marketingStopConfirmed:
    '{business}: você não receberá mais mensagens de marketing. As outras mensagens que você aceitou continuam. Para voltar a receber marketing, inscreva-se de novo conosco.',
  startConfirmed: '{business}: você voltará a receber nossas mensagens. Envie STOP para cancelar.',
  optInConfirmed:
    '{business}: você aceitou receber nossas mensagens no WhatsApp. Envie STOP para cancelar, HELP para ajuda.',
  askWhetherStop: 'Você quer parar de receber todas as mensagens de {business}?',
  buttonStop: 'Parar mensagens',
  buttonKeep: 'Continuar',
  askWhetherStopBySms:
    '{business}: quer parar de receber nossas mensagens? Envie STOP para parar ou START para continuar.',
  help: '{business}: envie STOP para parar de receber mensagens, START para voltar a receber.',
  howToOptIn: 'Envie OPTIN {name} para se inscrever.',
};
