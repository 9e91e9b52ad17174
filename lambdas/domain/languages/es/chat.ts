import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'Hola, {business}: me gustaría saber más.',
  shortAgreement: 'Acepto recibir los mensajes que elegí.',
};
