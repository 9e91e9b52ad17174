import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Anmelden',
  lead: 'Sehen Sie, wer ja gesagt hat, wer nein, und warum.',
  key: 'API-Schlüssel',
  keyHint: 'Er beginnt mit olk_ und bleibt in diesem Tab, bis Sie ihn schließen.',
  signIn: 'Anmelden',
  withKey: 'Ich habe einen API-Schlüssel',
  noKey: 'Geben Sie den Schlüssel ein.',
  over: 'Bitte neu anmelden',
  overWhy: 'Ihre Sitzung ist zu Ende. Was Sie eingegeben haben, ist noch da: Melden Sie sich an und machen Sie weiter.',
  overNewWindow: 'Es öffnet sich ein neues Fenster. Kommen Sie danach in dieses zurück.',
  refused: 'Dieser Schlüssel öffnet hier nichts.',
  whereFrom:
    'Auf Ihrem eigenen Rechner zeigt npm start einen Link, der Sie anmeldet. Anderswo gibt Ihnen einen Schlüssel, wer OptLedger betreibt.',
  invitedOnly: 'Anmelden kann sich nur, wer eingeladen wurde. Bitten Sie einen Inhaber um eine Einladung.',
  finishing: 'Sie werden angemeldet…',
  elsewhere: 'Sie sind angemeldet',
  elsewhereHow: 'Machen Sie in dem Fenster weiter, in dem Sie waren. Dieses können Sie schließen.',
  refusedByPool: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
  notOurs: 'Hat ein anderes Fenster Sie zur Anmeldung gebeten, machen Sie dort weiter. Sonst melden Sie sich neu an.',
  failed: 'Die Anmeldeseite antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
  noRole: 'Sie haben hier keine Rolle',
  noRoleHow: 'Ihre E-Mail ist bekannt, aber ohne Rolle. Bitten Sie einen Inhaber um eine Einladung.',
  somebodyElse: 'Als jemand anders anmelden',
  roles: {
    owner: 'Inhaber',
    marketer: 'Marketing',
    support: 'Kundendienst',
    auditor: 'Prüfer',
    numbers: 'Marketing mit Einsicht in Nummern',
  },
};
