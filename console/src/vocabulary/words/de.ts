import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  states: {
    'never-asked': 'Nie gefragt',
    pending: 'Wartet auf das Telefon',
    'opted-in': 'Zugestimmt',
    'opted-out': 'Abgelehnt',
    expired: 'Abgelaufen',
    erased: 'Gelöscht',
  },
  sources: {
    api: 'durch Ihr eigenes System',
    'web-form': 'in einem Webformular',
    paper: 'auf Papier',
    'point-of-sale': 'an einer Kasse',
    'call-centre': 'am Telefon',
    import: 'durch einen Import',
    ivr: 'durch ein Telefonmenü',
    email: 'per E-Mail',
    policy: 'durch eine Regel des Unternehmens',
    'whatsapp-message': 'in einer WhatsApp-Nachricht',
    'whatsapp-button': 'mit einer Taste in WhatsApp',
    'whatsapp-platform': 'in den Einstellungen von WhatsApp',
    'in-app-signup': 'durch eine Anmeldung in WhatsApp',
    'messaging-provider': 'laut Nachrichtendienstleister',
    'sms-keyword': 'per SMS',
    'preference-page': 'auf der Einstellungsseite',
    'personal-link': 'über einen persönlichen Link',
    erasure: 'durch eine Löschung',
  },
  categories: { marketing: 'Marketing', utility: 'Service', authentication: 'Codes' },
};
