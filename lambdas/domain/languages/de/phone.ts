import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Hallo, hier ist {business}.',
  listen: 'Dem können Sie zustimmen:',
  yes: 'Wenn Sie einverstanden sind, drücken Sie die 1. Es gilt erst, wenn Sie auch auf WhatsApp Ja sagen.',
  no: 'Wenn Sie diese Nachrichten nicht möchten, drücken Sie die 2.',
  thanks: 'Danke. Falls wir Sie auf WhatsApp fragen, antworten Sie dort. Erst dann gilt es.',
  declined: 'In Ordnung. Sie bekommen diese Nachrichten nicht.',
  nothing: 'Es hat sich nichts geändert. Auf Wiederhören.',
};
