import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Scan with your camera',
  open: 'or go to',
  receive: 'What you can get',
  check: 'Pick what you’d like, then confirm on WhatsApp.',
  chat: 'Opens a chat with {business} on WhatsApp.',
  trademark: 'WhatsApp is a trademark of Meta Platforms, Inc. This poster is by {business}.',
  print: 'Print this page at 100 %, or save it as PDF.',
  card: 'Counter card',
  tent: 'Table tent',
};
