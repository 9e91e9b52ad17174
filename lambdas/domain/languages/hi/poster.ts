import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'फ़ोन के कैमरे से स्कैन करें',
  open: 'या यहाँ जाएँ',
  receive: 'आपको क्या मिल सकता है',
  check: 'अपनी पसंद चुनें, फिर WhatsApp पर कन्फ़र्म करें।',
  chat: 'WhatsApp पर {business} के साथ चैट खुलेगी।',
  trademark: 'WhatsApp, Meta Platforms, Inc. का ट्रेडमार्क है। यह पोस्टर {business} का है।',
  print: 'इस पेज को 100% साइज़ में प्रिंट करें, या PDF में सेव करें।',
  card: 'काउंटर कार्ड',
  tent: 'टेबल कार्ड',
};
