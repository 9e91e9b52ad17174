import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const ar: Words<typeof en> = {
  title: 'تسجيل الدخول',
  lead: 'اعرف من وافق ومن رفض ولماذا.',
  key: 'مفتاح API',
  keyHint: 'يبدأ بـ olk_ ويبقى في هذه النافذة حتى تغلقها.',
  signIn: 'دخول',
  noKey: 'اكتب المفتاح.',
  over: 'سجّل الدخول من جديد',
  overWhy: 'انتهت جلستك. ما كتبته ما زال هنا: سجّل الدخول وتابع.',
  refused: 'هذا المفتاح لا يفتح شيئًا هنا.',
  whereFrom: 'على جهازك يعرض npm start رابطًا يُدخلك مباشرة. وفي غير ذلك يعطيك المفتاح من يدير OptLedger.',
};
