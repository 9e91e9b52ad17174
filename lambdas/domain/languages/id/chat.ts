import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'Halo {business}, saya ingin tahu lebih banyak.',
  shortAgreement: 'Saya setuju menerima pesan yang saya pilih.',
};
