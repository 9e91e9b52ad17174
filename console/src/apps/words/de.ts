import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Ihr Unternehmen',
  lead: 'Drei Antworten reichen für den Anfang; alles lässt sich später ändern, nur der Kurzname nicht.',
  displayName: 'Name',
  displayNameHint: 'Wie man Sie kennt. Er steht auf Seiten und in Fragen.',
  appId: 'Kurzname',
  appIdHint: 'Für Adressen und Entwickler: Kleinbuchstaben, Ziffern und Bindestriche. Er bleibt für immer.',
  locale: 'Sprache Ihrer Leute',
  timeZone: 'Zeitzone',
  timeZoneHint: 'Zum Beispiel Europe/Berlin.',
  purpose: 'Worüber wollen Sie schreiben?',
  purposeHint: 'Man sagt ja dazu und zu nichts anderem. Eines für den Anfang; weitere können folgen.',
  purposeName: 'Angebote und Neues',
  category: 'Was für eine Nachricht ist das?',
  categoryHint: 'In den Worten von WhatsApp: Angebote sind Marketing, Neues zur Bestellung ist Service.',
  whatsapp: 'WhatsApp-Nummer',
  whatsappLater: 'Lassen Sie das leer, wenn Sie noch keine haben.',
  phone: 'Nummer',
  phoneNumberId: 'ID der Nummer',
  wabaId: 'ID des WhatsApp-Business-Kontos',
  portfolioId: 'ID des Unternehmensportfolios',
  metaHint: 'Ziffern. Im WhatsApp-Manager von Meta, bei den Einstellungen der Nummer.',
  make: 'Unternehmen hinzufügen',
  made: '{name} ist hier.',
};
