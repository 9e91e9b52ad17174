import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const ar: Words<typeof en> = {
  title: 'مع موظف',
  lead: 'من طلب التحدث مع موظف أو حُوّل إليه. تصمت الردود التلقائية معه حتى تتم إعادته، أو 24 ساعة بعد آخر رسالة منه. كلمة STOP مسموعة دائمًا.',
  person: 'الشخص',
  since: 'منذ',
  by: 'بواسطة',
  lastWrote: 'آخر رسالة',
  handBack: 'إعادة',
  handedBack: 'تمت الإعادة. عادت الردود التلقائية إلى العمل.',
  none: 'لا أحد مع موظف',
  noneWhy: 'يظهر هنا من يضغط زر التحدث مع موظف أو يطلب ذلك كتابة.',
  causes: {
    button: 'زر',
    words: 'كلماته',
    business: 'فريقك',
  },
};
