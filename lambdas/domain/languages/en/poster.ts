import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Scan with your phone',
  open: 'or open',
  receive: 'What you can receive',
  check: 'Choose what you want, then confirm on WhatsApp.',
  chat: 'A chat with {business} opens on WhatsApp.',
  trademark: 'WhatsApp is a trademark of Meta Platforms, Inc. This poster is by {business}.',
};
