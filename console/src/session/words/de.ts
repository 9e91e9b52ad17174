import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Anmelden',
  lead: 'Sehen Sie, wer ja gesagt hat, wer nein, und warum.',
  key: 'API-Schlüssel',
  keyHint: 'Er beginnt mit olk_ und bleibt in diesem Tab, bis Sie ihn schließen.',
  signIn: 'Anmelden',
  noKey: 'Geben Sie den Schlüssel ein.',
  over: 'Bitte neu anmelden',
  overWhy: 'Ihre Sitzung ist zu Ende. Was Sie eingegeben haben, ist noch da: Melden Sie sich an und machen Sie weiter.',
  refused: 'Dieser Schlüssel öffnet hier nichts.',
  whereFrom:
    'Auf Ihrem eigenen Rechner zeigt npm start einen Link, der Sie anmeldet. Anderswo gibt Ihnen einen Schlüssel, wer OptLedger betreibt.',
};
