import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  seeAll: 'Alle Optionen ansehen',
  close: 'Schließen',
  send: 'Senden',
};
