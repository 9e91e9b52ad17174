import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Olá, aqui é {business}.',
  listen: 'Você pode concordar com o seguinte:',
  yes: 'Se concorda, aperte 1. Só vale quando você também disser sim pelo WhatsApp.',
  no: 'Se não quer essas mensagens, aperte 2.',
  thanks: 'Obrigado. Se perguntarmos pelo WhatsApp, responda por lá; só então vale.',
  declined: 'Tudo bem. Você não vai receber essas mensagens.',
  nothing: 'Nada mudou. Até logo.',
};
