import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: تم إلغاء اشتراكك ولن تصلك رسائل أخرى. أرسل START لاستقبالها من جديد.',
  marketingStopConfirmed:
    '{business}: لن تصلك رسائل تسويقية بعد الآن. تستمر الرسائل الأخرى التي وافقت عليها. لاستقبال التسويق من جديد، سجّل لدينا مرة أخرى.',
  startConfirmed: '{business}: ستصلك رسائلنا من جديد. أرسل STOP لإيقافها.',
  optInConfirmed: '{business}: لقد وافقت على تلقي رسائلنا على WhatsApp. أرسل STOP لإيقافها أو HELP للمساعدة.',
  askWhetherStop: 'هل تريد إيقاف جميع رسائل {business}؟',
  buttonStop: 'إيقاف الرسائل',
  buttonKeep: 'متابعة الاستقبال',
  askWhetherStopBySms: '{business}: هل تريد إيقاف رسائلنا؟ أرسل STOP للإيقاف أو START للمتابعة.',
  help: '{business}: أرسل STOP لإيقاف رسائلنا أو START لاستقبالها من جديد.',
  howToOptIn: 'أرسل OPTIN {name} للاشتراك.',
};
