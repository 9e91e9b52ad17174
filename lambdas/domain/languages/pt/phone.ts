import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Olá, aqui é {business}.',
  listen: 'Você pode concordar com o seguinte:',
  yes: 'Se concorda, aperte 1. Depois vamos perguntar de novo pelo WhatsApp.',
  no: 'Se não quer essas mensagens, aperte 2.',
  thanks: 'Obrigado. Responda à nossa mensagem no WhatsApp e pronto.',
  declined: 'Tudo bem. Você não vai receber essas mensagens.',
  nothing: 'Nada mudou. Até logo.',
};
