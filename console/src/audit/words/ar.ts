import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const ar: Words<typeof en> = {
  title: 'سجل الأعمال',
  lead: 'كل عمل غيّر شيئًا هنا، وكل قائمة أشخاص سُلّمت. لا يُغيَّر شيء منه ولا يُحذف أبدًا.',
  what: 'العمل',
  about: 'بشأن ماذا، ومن',
  by: 'بواسطة',
  when: 'متى',
  refused: 'رُفض',
  unknown: 'لا يُعرف إن كان قد تم',
  none: 'لم يُعمل شيء بعد',
  noneWhy: 'كل ما يغيّره أحد يبقى هنا من حينها.',
};
