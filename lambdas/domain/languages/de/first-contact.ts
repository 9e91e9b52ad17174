import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'Hallo, hier ist {business}. Was dürfen wir Ihnen hier schicken?',
  pick: 'Tippen Sie an, was Sie möchten. Jede Auswahl ist ein Ja nur dazu.',
  open: 'Auswählen',
  noThanks: 'Nein, danke',
};
