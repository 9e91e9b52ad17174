import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'नमस्ते, यह {business} है। हम आपको यहाँ क्या भेजें?',
  pick: 'जो चाहिए उसे दबाएँ। हर विकल्प सिर्फ़ उसी के लिए हाँ है।',
  open: 'चुनें',
  noThanks: 'नहीं, धन्यवाद',
};
