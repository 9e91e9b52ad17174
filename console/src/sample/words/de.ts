import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Beispielbetrieb',
  lead: 'Ein Café mit einem Jahr Geschichte, zum Umsehen. Alles ist erfunden.',
  what: 'Luna Coffee: 1.000 Menschen, fünf Stellen, zwei Sprachen',
  whatWhy:
    'Menschen, die über ein Plakat, eine Seite, ein Widget, SMS oder auf Papier zugestimmt haben, die sich abgemeldet haben, deren Ja abgelaufen ist und die heute geschrieben haben. Alles geht durch die echten Seiten, Webhooks und die API, mit einer Uhr, die durch das Jahr gestellt wird. Es dauert etwa zwei Minuten.',
  apart: 'Er hat eine eigene Datenbank. Ihr Betrieb bleibt unberührt, und das Beispiel wird im Ganzen weggeworfen.',
  make: 'Beispielbetrieb anlegen',
  making: 'Ein Jahr vergeht …',
  howFar: '{share} geschafft',
  ready: 'Der Beispielbetrieb ist offen',
  readyWhy:
    'Er hat eine eigene Adresse. Das Anlegen dauerte {seconds} Sekunden, und nach einem Neustart ist er wieder da.',
  open: 'Zum Beispielbetrieb',
  discard: 'Wegwerfen',
  discardAsk: 'Den Beispielbetrieb wegwerfen?',
  discardWhy:
    'Seine Daten sind dann weg. Sie können ihn neu anlegen; er ist jedes Mal gleich. Ihr eigener Betrieb bleibt, wie er ist.',
  keep: 'Behalten',
  failed: 'Er konnte nicht angelegt werden. Nichts davon wurde behalten.',
  here: 'Sie sind im Beispielbetrieb',
  hereWhy: 'Nichts, was Sie hier tun, berührt Ihren eigenen Betrieb. Weggeworfen wird er von dort.',
  back: 'Zurück zum eigenen Betrieb',
  banner: 'Beispielbetrieb: Alle Menschen hier sind erfunden.',
  lookAround: 'Oder sehen Sie sich erst um:',
};
