import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `رسائل ${business} على WhatsApp`,
  agreement: (business) => `أوافق على تلقي {purposes} من ${business} عبر WhatsApp على {number}.`,
  purposes: {
    marketing: 'العروض والأخبار',
    utility: 'مستجدات الطلبات',
    authentication: 'رموز التحقق لمرة واحدة',
  },
  benefits: (business) =>
    `ما تختاره هنا يصلك في المحادثة التي تستخدمها كل يوم، ويمكنك الرد على ${business} من هناك مباشرة.`,
  frequency: {
    marketing: 'تصل العروض والأخبار أربع مرات في الشهر على الأكثر.',
    utility: 'تصل مستجدات الطلبات فقط عندما يطرأ جديد على أحد الطلبات.',
    authentication: 'تصل الرموز فقط عندما تطلبها.',
  },
  privacy: (business) =>
    `يوضح إشعار الخصوصية الخاص بـ ${business} من نحن وكيف تتواصل معنا، وماذا نفعل برقمك، وما هي حقوقك، وأين يمكنك تقديم شكوى.`,
};
