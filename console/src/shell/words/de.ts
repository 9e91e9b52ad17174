import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  skip: 'Zum Inhalt',
  navigation: 'Bereiche',
  more: 'Mehr',
  close: 'Schließen',
  business: 'Unternehmen',
  chooseBusiness: 'Unternehmen wählen',
  anotherBusiness: 'Unternehmen hinzufügen …',
  language: 'Sprache',
  look: 'Darstellung',
  themes: { system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
  signOut: 'Abmelden',
  tryingAgain: 'Es wird von selbst wieder versucht.',
  notYourRole: 'Dieser Bereich gehört nicht zu Ihrer Rolle',
  notYourKey: 'Ihr Schlüssel öffnet diesen Bereich nicht',
  opensFor: 'Er öffnet sich für: {roles}.',
  needsScope: 'Dazu braucht es einen Schlüssel mit {scope}.',
  nothingForYou: 'Hier ist noch nichts für Sie',
  askForOne: 'Bitten Sie einen Inhaber, Ihnen ein Unternehmen zuzuteilen.',
  broke: 'Dieser Teil der Seite ist ausgefallen.',
  brokeHow:
    'Von dem Gespeicherten ist nichts verloren. Laden Sie die Seite neu; fällt sie wieder aus, sagen Sie es denen, die OptLedger hier betreiben.',
  reload: 'Neu laden',
  toStart: 'Zum Anfang',
};
