import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Mit dem Telefon scannen',
  open: 'oder öffnen',
  receive: 'Das können Sie erhalten',
  check: 'Wählen Sie aus, was Sie möchten, und bestätigen Sie in WhatsApp.',
  chat: 'Es öffnet sich ein Chat mit {business} in WhatsApp.',
  trademark: 'WhatsApp ist eine Marke von Meta Platforms, Inc. Dieses Plakat ist von {business}.',
};
