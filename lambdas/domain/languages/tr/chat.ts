import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'Merhaba {business}, daha fazla bilgi almak istiyorum.',
  shortAgreement: 'Seçtiğim mesajları almayı kabul ediyorum.',
};
