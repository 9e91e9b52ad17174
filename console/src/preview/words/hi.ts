import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const hi: Words<typeof en> = {
  title: 'लोगों को क्या दिखता है',
  look: 'हल्का या गहरा',
  schemes: {
    light: 'हल्का',
    dark: 'गहरा',
  },
  note: 'पेज के ही शब्दों, लोगो और रंग से बना। यहाँ कुछ दबाया नहीं जा सकता।',
};
