import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'مرحبا {business}، أود معرفة المزيد.',
  shortAgreement: 'أوافق على تلقي الرسائل التي اخترتها.',
};
