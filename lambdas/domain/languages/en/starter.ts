import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Hear from ${business} on WhatsApp`,
  agreement: (business) => `I agree to receive {purposes} from ${business} on WhatsApp at {number}.`,
  purposes: { marketing: 'offers and news', utility: 'order updates', authentication: 'one-time codes' },
  benefits: (business) => `Straight to your phone, and you can reply to ${business} right in the chat.`,
  frequency: {
    marketing: 'Offers and news: at most four times a month.',
    utility: 'Order updates: only when something happens with your order.',
    authentication: 'Codes: only when you ask for one.',
  },
  privacy: (business) =>
    `The ${business} privacy notice explains who we are and how to reach us, what we do with your number, what rights you have and where to complain.`,
};
