import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Mit der Handykamera scannen',
  open: 'oder gehen Sie auf',
  receive: 'Das können Sie bekommen',
  check: 'Wählen Sie, was Sie möchten, und bestätigen Sie in WhatsApp.',
  chat: 'Öffnet einen Chat mit {business} in WhatsApp.',
  trademark: 'WhatsApp ist eine Marke von Meta Platforms, Inc. Dieses Plakat ist von {business}.',
  print: 'Drucken Sie diese Seite mit 100 % oder speichern Sie sie als PDF.',
  card: 'Thekenaufsteller',
  tent: 'Tischaufsteller',
};
