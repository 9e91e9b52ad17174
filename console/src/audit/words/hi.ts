import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const hi: Words<typeof en> = {
  title: 'लेखा-जोखा',
  lead: 'यहाँ कुछ भी बदलने वाला हर काम, और लोगों की हर सूची जो दी गई। कुछ भी कभी बदला या हटाया नहीं जाता।',
  what: 'काम',
  about: 'किस बारे में, किसने',
  by: 'द्वारा',
  when: 'कब',
  refused: 'अस्वीकृत',
  unknown: 'पता नहीं कि हुआ या नहीं',
  none: 'अभी कुछ नहीं हुआ',
  noneWhy: 'कोई जो भी बदले, तब से यहाँ रहता है।',
};
