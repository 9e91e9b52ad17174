import type { ChatWords } from '../topics/chat.ts';

export const chat: ChatWords = {
  greeting: 'नमस्ते {business}, मुझे और जानकारी चाहिए।',
  shortAgreement: 'मैं अपने चुने हुए मैसेज पाने के लिए सहमत हूँ।',
};
