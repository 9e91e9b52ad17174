import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'Ciao {business}, vorrei saperne di più.',
  shortAgreement: 'Accetto di ricevere i messaggi che ho scelto.',
};
