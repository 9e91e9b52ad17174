import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'Bonjour {business}, j’aimerais en savoir plus.',
  shortAgreement: 'J’accepte de recevoir les messages que j’ai choisis.',
};
