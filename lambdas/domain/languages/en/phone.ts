import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Hello, this is {business}.',
  listen: 'This is what you can agree to:',
  yes: 'If you agree, press 1. It counts once you also say yes on WhatsApp.',
  no: 'If you don’t want these messages, press 2.',
  thanks: 'Thank you. If we ask you on WhatsApp, answer there; it counts only then.',
  declined: 'All right. You won’t get these messages.',
  nothing: 'Nothing has changed. Goodbye.',
};
