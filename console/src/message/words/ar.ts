import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const ar: Words<typeof en> = {
  seeAll: 'عرض كل الخيارات',
  close: 'إغلاق',
  send: 'إرسال',
};
