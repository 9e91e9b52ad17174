import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Messages from ${business} on WhatsApp`,
  agreement: (business) => `I agree to receive {purposes} from ${business} on WhatsApp at {number}.`,
  purposes: { marketing: 'offers and news', utility: 'order updates', authentication: 'one-time codes' },
  benefits: (business) =>
    `What you choose here reaches you in the chat that you use anyway, and you can answer ${business} right there.`,
  frequency: {
    marketing: 'Offers and news come at most four times a month.',
    utility: 'Order updates come only when something happens to an order.',
    authentication: 'Codes come only when you ask for one.',
  },
  privacy: (business) =>
    `The privacy notice of ${business} says who we are and how to reach us, what we do with your number, what rights you have and where you can complain.`,
};
