import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const de: Words<typeof en> = {
  title: 'Was man sieht',
  look: 'Hell oder dunkel',
  schemes: {
    light: 'Hell',
    dark: 'Dunkel',
  },
  note: 'Gezeichnet aus denselben Worten, demselben Logo und derselben Farbe wie die Seite. Hier lässt sich nichts drücken.',
};
