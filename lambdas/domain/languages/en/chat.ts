import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'Hello {business}, I would like to know more.',
  shortAgreement: 'I agree to receive the messages that I chose.',
};
