import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const ar: Words<typeof en> = {
  skip: 'انتقل إلى المحتوى',
  navigation: 'الأقسام',
  more: 'المزيد',
  close: 'إغلاق',
  business: 'النشاط التجاري',
  chooseBusiness: 'اختر نشاطًا تجاريًا',
  anotherBusiness: 'إضافة نشاط تجاري…',
  language: 'اللغة',
  look: 'المظهر',
  themes: { system: 'مثل الجهاز', light: 'فاتح', dark: 'داكن' },
  signOut: 'تسجيل الخروج',
  tryingAgain: 'تُعاد المحاولة تلقائيًا.',
  notYourRole: 'هذا القسم ليس ضمن دورك',
  notYourKey: 'مفتاحك لا يفتح هذا القسم',
  opensFor: 'يُفتح لـ: {roles}.',
  needsScope: 'يلزم مفتاح لديه {scope}.',
  nothingForYou: 'لا شيء لك هنا بعد',
  askForOne: 'اطلب من أحد المالكين أن يمنحك نشاطًا تجاريًا.',
  broke: 'تعطّل هذا الجزء من الصفحة.',
  brokeHow: 'لم يُفقد شيء مما حُفظ. أعد تحميل الصفحة، وإن تعطّلت مرة أخرى فأخبر من يدير OptLedger لديكم.',
  reload: 'إعادة التحميل',
  toStart: 'إلى البداية',
};
