import type { Words } from '../../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  act: 'Nicht anschreiben',
  title: '{person} auf die Sperrliste setzen',
  does: 'Ab diesem Moment wird nichts mehr gesendet, wozu die Person auch ja gesagt hat. Ihr Ja bleibt, wie es ist, und zählt wieder, sobald Sie sie von der Liste nehmen.',
  scope: 'Was aufhört',
  scopes: {
    all: 'Alles',
    marketing: 'Nur Marketing',
  },
  reason: 'Warum',
  reasonHint: 'Zum Beispiel „hat unsere Anwältin gebeten, ihm nicht zu schreiben“. Das steht für immer im Verlauf.',
  operator: 'Ihr Name',
  operatorHint: 'Wer es entschieden hat. Er wird als Beweis aufbewahrt.',
  documentRef: 'Wo es festgehalten ist',
  documentRefHint: 'Zum Beispiel die Nummer eines Vorgangs oder eines Briefs.',
  put: 'Auf die Liste setzen',
  done: 'Auf der Sperrliste.',
  holds: {
    all: 'Seit {date} auf Ihrer Sperrliste. Nichts wird gesendet.',
    marketing: 'Seit {date} auf Ihrer Sperrliste für Marketing.',
  },
  why: '„{text}“ ({operator})',
  lift: 'Von der Liste nehmen',
  liftTitle: '{person} von der Sperrliste nehmen',
  liftDoes:
    'Es gilt wieder, was die Person gesagt hat: Hat sie ja gesagt, darf ihr sofort geschrieben werden. Ein Nein bleibt ein Nein.',
  liftReasonHint: 'Zum Beispiel „am Telefon geklärt“.',
  lifted: 'Nicht mehr auf der Sperrliste.',
};
