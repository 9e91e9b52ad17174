import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'Olá, {business}! Gostaria de saber mais.',
  shortAgreement: 'Aceito receber as mensagens que escolhi.',
};
