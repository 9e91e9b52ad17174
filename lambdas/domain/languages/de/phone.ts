import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Hallo, hier ist {business}.',
  listen: 'Dem können Sie zustimmen:',
  yes: 'Wenn Sie einverstanden sind, drücken Sie die 1. Wir fragen Sie dann noch einmal auf WhatsApp.',
  no: 'Wenn Sie diese Nachrichten nicht möchten, drücken Sie die 2.',
  thanks: 'Danke. Antworten Sie noch auf unsere Nachricht auf WhatsApp.',
  declined: 'In Ordnung. Sie bekommen diese Nachrichten nicht.',
  nothing: 'Es hat sich nichts geändert. Auf Wiederhören.',
};
