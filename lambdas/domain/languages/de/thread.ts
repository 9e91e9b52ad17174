import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'Auswahl ändern',
  buttonStopMarketing: 'Werbung stoppen',
  askWhichBySms:
    '{business}: Möchten Sie unsere Nachrichten abbestellen? Mit STOP bestellen Sie alle ab, mit WERBUNG STOPPEN nur die Werbung, mit START bekommen Sie sie weiterhin.',
  getsNow: '{business}: Das bekommen Sie im Moment von uns: {purposes}.',
  getsNothing: '{business}: Im Moment bekommen Sie keine Nachrichten von uns.',
  adding: 'Mit „bekommen“ fügen Sie etwas hinzu. Damit sagen Sie:',
  howToAdd: 'Um mehr von uns zu bekommen, melden Sie sich bei uns an.',
  more: 'In diese Liste passt nicht alles. Zum Rest schreiben Sie uns bitte.',
  open: 'Liste ansehen',
  rowGet: '{purposes} bekommen',
  rowStop: '{purposes} stoppen',
  rowStopAll: 'Alles stoppen',
  rowStopAllHint: 'Sie hören nichts mehr von uns',
};
