import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: تم إلغاء اشتراكك ولن تصلك رسائل أخرى. أرسل START لاستقبالها من جديد.',
  marketingStopConfirmed: '{business}: أوقفنا إرسال هذه الرسائل إليك: {purposes}.',
  goesOn: 'ستظل تصلك هذه الرسائل منا: {purposes}.',
  marketingAgain: 'لاستقبال التسويق من جديد، سجّل لدينا مرة أخرى.',
  marketing: 'رسائل تسويقية',
  startConfirmed: '{business}: ستصلك منا هذه الرسائل من جديد: {purposes}. أرسل STOP في أي وقت لإيقافها.',
  optInConfirmed:
    '{business}: تم، ستصلك منا على WhatsApp هذه الرسائل: {purposes}. أرسل STOP لإيقافها أو HELP للمساعدة.',
  askWhetherStop: 'هل تريد إيقاف جميع رسائل {business}؟',
  buttonStop: 'إيقاف الرسائل',
  buttonKeep: 'متابعة الاستقبال',
  askWhetherStopBySms: '{business}: هل تريد إيقاف رسائلنا؟ أرسل STOP للإيقاف أو START للمتابعة.',
  help: '{business}: أرسل STOP لإيقاف رسائلنا أو START لاستقبالها من جديد.',
  howToOptIn: 'أرسل OPTIN {name} للاشتراك.',
};
