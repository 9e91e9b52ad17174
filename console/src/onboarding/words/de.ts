import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Anmeldewege',
  lead: 'Wie man zu {name} Ja sagen kann. Niemand ist angemeldet, bevor er es selbst gesagt hat.',
  allPoints: 'Alle Stellen',
  open: { one: '{n} offen', other: '{n} offen' },
  brought: {
    one: '{n} Anmeldung, {share} aller Anmeldungen an Stellen',
    other: '{n} Anmeldungen, {share} aller Anmeldungen an Stellen',
  },
  noneYet: 'noch keine Anmeldung',
  more: { one: '{n} weitere', other: '{n} weitere' },
  poster: 'Plakat drucken',
  mechanisms: {
    link: {
      title: 'Link und QR-Code',
      why: 'Auf Plakat, Kassenbon oder im Profil: scannen oder tippen, ankreuzen, in WhatsApp bestätigen.',
      make: 'Neuer Link',
      newTitle: 'Neuer Link und QR-Code',
    },
    widget: {
      title: 'Widget',
      why: 'Ein Knopf oder Formular auf Ihrer Website, in Ihren Farben. Eine Zeile Code, keine Cookies.',
      make: 'Neues Widget',
      newTitle: 'Neues Widget',
    },
    'landing-page': {
      title: 'Anmeldeseite',
      why: 'Eine Seite von uns, auf der man die eigene Nummer eintippt. Für Anzeigen und Newsletter, wenn Sie keine Seite haben.',
      make: 'Neue Anmeldeseite',
      newTitle: 'Neue Anmeldeseite',
    },
    'personal-link': {
      title: 'Persönliche Links',
      why: 'Ein Link für jede Person, in Mail oder SMS an Kunden, die Sie schon kennen. Die Nummer steht schon da.',
      make: 'Persönliche Links einrichten',
      newTitle: 'Persönliche Links einrichten',
    },
    'preference-page': {
      title: 'Einstellungsseite',
      why: 'Hier sieht jede Person, worin sie eingewilligt hat, ändert es oder beendet alles. Gehört unter jede Mail.',
      make: 'Neue Einstellungsseite',
      newTitle: 'Neue Einstellungsseite',
    },
  },
  sms: 'SMS',
  smsWhy: 'Eine SMS an Ihre Nummer, und man ist angemeldet. Geht ohne Internet, auf Papier, im Radio und im Fernsehen.',
  smsNotYet: 'Damit es geht, fehlt in den Einstellungen Ihres Geschäfts:',
  smsLacks: {
    name: 'der Name, den man nach OPTIN schreibt',
    number: 'eine Nummer, die SMS empfängt',
    purpose: 'ein Zweck, zu dem die SMS Ja sagt',
  },
  smsGives: 'Wer diesen Text schickt, sagt Ja zu {purposes}:',
  smsPoster: 'Für Ihr Plakat',
  smsSentence: '{text} per SMS an {numbers}',
  noNoticeTitle: 'Zuerst der Text, dem man zustimmt',
  noNoticeWhy:
    'Alles, was Sie hier anlegen, zeigt ihn und bewahrt ihn mit jedem Ja als Beweis auf. Veröffentlichen Sie ihn, dann geht es hier weiter.',
  toNotices: 'Text schreiben',
  noWhatsapp:
    'Das führt in einen Chat, und Ihr Geschäft hat hier noch keine WhatsApp-Nummer. Verbinden Sie sie zuerst.',
  whoGives: 'Woher kommt die Nummer?',
  phoneGives: 'Vom Telefon, das bestätigt',
  phoneGivesHint: 'Nichts einzutippen: ankreuzen und in WhatsApp auf Senden drücken.',
  typed: 'Man tippt sie ein',
  typedHint:
    'Für eine Kasse oder Registrierung, die ohnehin nach der Nummer fragt. Das Telefon muss trotzdem bestätigen.',
  made: '„{name}“ ist fertig.',
};
