import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Übersicht',
  lead: 'Wie {name} schreiben darf, und was noch zu tun ist.',
  peopleSome: { one: '{n} Person ist hier bekannt', other: '{n} Personen sind hier bekannt' },
  peopleMore: 'Mehr als {n} Personen sind hier bekannt',
  peopleNone: 'Noch ist niemand bekannt',
  optedIn: {
    one: '{n} von ihnen darf zu {purpose} angeschrieben werden.',
    other: '{n} von ihnen dürfen zu {purpose} angeschrieben werden.',
  },
  seePeople: 'Personen ansehen',
  steps: 'Erste Schritte',
  stepsDone: '{done} von {all} erledigt',
  allDone: 'Alles ist eingerichtet.',
  next: 'Als Nächstes',
  done: 'Erledigt',
  open: 'Offen',
  stepNames: {
    app: 'Ihr Unternehmen ist hier',
    purposes: 'Sagen Sie, worüber Sie schreiben wollen',
    whatsapp: 'Verbinden Sie Ihre WhatsApp-Nummer',
    notice: 'Veröffentlichen Sie den Text, dem man zustimmt',
    point: 'Machen Sie den ersten Link, QR-Code oder das Widget',
    person: 'Holen Sie das erste Ja',
  },
  stepWhy: {
    app: 'Der Name steht auf jeder Seite und in jeder Frage.',
    purposes: 'Man sagt ja zu einem Zweck, etwa Angeboten oder Neuem zur Bestellung, und zu nichts anderem.',
    whatsapp: 'Dort kommen Antworten und STOP an, und dorthin führt der Link in jedem QR-Code.',
    notice: 'Was gezeigt wurde, wird mit jedem Ja Wort für Wort als Beweis aufbewahrt.',
    point: 'Hier kommen die Leute herein: ein Plakat an der Tür, ein Link in einer Mail, ein Kästchen an der Kasse.',
    person:
      'Scannen Sie Ihren eigenen Code, haken Sie an und drücken Sie auf Senden. Sie stehen als Erste auf der Liste.',
  },
};
