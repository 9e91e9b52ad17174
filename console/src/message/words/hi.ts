import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const hi: Words<typeof en> = {
  seeAll: 'सभी विकल्प देखें',
  close: 'बंद करें',
  send: 'भेजें',
};
