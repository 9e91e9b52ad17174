import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `رسائل ${business} على WhatsApp`,
  agreement: (business) => `أوافق على تلقي {purposes} من ${business} عبر WhatsApp على {number}.`,
  purposes: {
    marketing: 'العروض والأخبار',
    utility: 'مستجدات الطلبات',
    authentication: 'رموز التحقق لمرة واحدة',
  },
  benefits: (business) => `مباشرةً إلى هاتفك، ويمكنك الرد على ${business} في المحادثة نفسها.`,
  frequency: {
    marketing: 'العروض والأخبار: أربع مرات في الشهر على الأكثر.',
    utility: 'مستجدات الطلبات: فقط عند حدوث جديد في طلبك.',
    authentication: 'الرموز: فقط بناءً على طلبك.',
  },
  privacy: (business) =>
    `يوضح إشعار الخصوصية الخاص بـ ${business} من نحن وكيف يمكنك التواصل معنا، وماذا نفعل برقمك، وما هي حقوقك، وأين يمكنك تقديم شكوى.`,
};
