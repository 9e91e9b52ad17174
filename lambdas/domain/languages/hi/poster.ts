import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'अपने फ़ोन से स्कैन करें',
  open: 'या खोलें',
  receive: 'आप क्या पा सकते हैं',
  check: 'जो चाहिए वह चुनें, फिर WhatsApp पर पुष्टि करें।',
  chat: 'WhatsApp पर {business} के साथ चैट खुलेगी।',
  trademark: 'WhatsApp, Meta Platforms, Inc. का ट्रेडमार्क है। यह पोस्टर {business} का है।',
};
