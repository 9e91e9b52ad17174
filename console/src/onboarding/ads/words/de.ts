import type { Words } from '../../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Anzeigen in den Chat',
  why: 'Ein Tippen auf Ihre Anzeige bei Facebook oder Instagram öffnet einen Chat mit Ihnen. Jede Anzeige wird für sich gezählt.',
  lead: 'Ein Tippen öffnet einen Chat und meldet niemanden an. Wer schreibt, wird gefragt, und die Antwort zählt für die Anzeige.',
  see: 'Alle Anzeigen',
  how: 'So geht es',
  noneTitle: 'Noch kam kein Chat aus einer Anzeige',
  noneWhy: 'Mit dem ersten Chat steht die Anzeige von selbst hier, unter ihrer Überschrift. Anzulegen ist nichts.',
  chats: { one: '{n} Chat', other: '{n} Chats' },
  optIns: { one: '{n} Anmeldung', other: '{n} Anmeldungen' },
  columns: { chats: 'Chats', optIns: 'Anmeldungen', stops: 'Abmeldungen' },
  since: 'erster Chat',
  adId: 'Anzeige {id}',
  howTitle: 'Damit Ihre Anzeigen hier zählen',
  steps: {
    destination: 'Die Anzeige zu WhatsApp führen',
    destinationWhy: 'Wählen Sie in Metas Werbeanzeigenmanager WhatsApp als Ziel und die Nummer {number}.',
    noNumber: 'Ihr Geschäft hat hier noch keine WhatsApp-Nummer. Verbinden Sie sie zuerst.',
    question: 'Wer schreibt, wird gefragt',
    questionOn: 'Die erste Nachricht ist an: Wer über eine Anzeige kommt, wird gefragt, was er möchte.',
    questionOff:
      'Die erste Nachricht ist aus. Ohne sie wird niemand gefragt, und Anzeigen bringen Chats, aber keine Anmeldungen.',
    answer: 'Binnen 24 Stunden antworten',
    answerWhy: 'Dann dürfen Sie 72 Stunden lang frei schreiben, und Meta berechnet dafür nichts.',
    wait: 'Das ist alles',
    waitWhy:
      'Mit dem ersten Chat erscheint die Anzeige hier. Sie können sie umbenennen; Metas Nummer bleibt daneben stehen.',
  },
  toSettings: 'Zu den Einstellungen',
  seeQuestion: 'Erste Nachricht ansehen',
  setUpQuestion: 'Einschalten',
  uncounted: 'Wer auf die Anzeige tippt und nichts schickt, hinterlässt hier keine Spur. Meta zählt diese Klicks.',
};
