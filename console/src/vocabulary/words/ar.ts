import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const ar: Words<typeof en> = {
  states: {
    'never-asked': 'لم يُسأل',
    pending: 'بانتظار الهاتف',
    'opted-in': 'وافق',
    'opted-out': 'رفض',
    expired: 'انتهت المدة',
    erased: 'حُذفت البيانات',
  },
  sources: {
    api: 'عبر نظامكم',
    'web-form': 'في نموذج على الويب',
    paper: 'على الورق',
    'point-of-sale': 'عند نقطة بيع',
    'call-centre': 'عبر الهاتف',
    import: 'عبر استيراد',
    ivr: 'عبر قائمة هاتفية',
    email: 'عبر البريد الإلكتروني',
    policy: 'وفق قاعدة لدى النشاط التجاري',
    'whatsapp-message': 'في رسالة واتساب',
    'whatsapp-button': 'بزر في واتساب',
    'whatsapp-platform': 'في إعدادات واتساب',
    'in-app-signup': 'عبر تسجيل في واتساب',
    'messaging-provider': 'كما أبلغ مزوّد خدمة الرسائل',
    'sms-keyword': 'عبر رسالة نصية',
    'preference-page': 'في صفحة التفضيلات',
    'personal-link': 'عبر رابط شخصي',
    erasure: 'بحذف البيانات',
  },
  categories: { marketing: 'تسويق', utility: 'خدمة', authentication: 'رموز' },
};
