import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const ar: Words<typeof en> = {
  title: 'نشاطك التجاري',
  lead: 'تكفي ثلاث إجابات للبدء، ويمكن تغيير كل شيء لاحقًا إلا الاسم القصير.',
  displayName: 'الاسم',
  displayNameHint: 'كما يعرفه الناس. يظهر في الصفحات والأسئلة.',
  appId: 'الاسم القصير',
  appIdHint: 'للعناوين وللمطورين: حروف لاتينية صغيرة وأرقام وشرطات. يبقى إلى الأبد.',
  locale: 'لغة جمهورك',
  timeZone: 'المنطقة الزمنية',
  timeZoneHint: 'مثل Asia/Riyadh.',
  purpose: 'ما الذي ستراسل بشأنه؟',
  purposeHint: 'يوافق الناس على هذا ولا شيء غيره. واحد للبدء، ويمكن إضافة غيره.',
  purposeName: 'عروض وأخبار',
  category: 'ما نوع هذه الرسائل؟',
  categoryHint: 'بتعبير واتساب: العروض تسويق، وأخبار الطلبات خدمة.',
  whatsapp: 'رقم واتساب',
  whatsappLater: 'اتركه فارغًا إن لم يكن لديك رقم بعد.',
  phone: 'الرقم',
  phoneNumberId: 'معرّف الرقم',
  wabaId: 'معرّف حساب واتساب للأعمال',
  portfolioId: 'معرّف محفظة الأعمال',
  metaHint: 'أرقام. في مدير واتساب لدى Meta، ضمن إعدادات الرقم.',
  make: 'إضافة النشاط',
  made: '{name} هنا الآن.',
};
