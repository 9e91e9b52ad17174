import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'Hallo {business}, ich möchte mehr erfahren.',
  shortAgreement: 'Ich bin einverstanden, die Nachrichten zu bekommen, die ich gewählt habe.',
};
