import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: أُلغي اشتراكك ولن تصلك منا رسائل بعد الآن. لتصلك من جديد، يكفي إرسال START.',
  marketingStopConfirmed: '{business}: لن نرسل إليك بعد الآن: {purposes}.',
  goesOn: 'ستظل تصلك هذه الرسائل منا: {purposes}.',
  marketingAgain: 'لتصلك الإعلانات من جديد، يلزم الاشتراك لدينا مرة أخرى.',
  marketing: 'الإعلانات',
  startConfirmed: '{business}: أهلًا بعودتك. ستصلك منا من جديد: {purposes}. لإيقافها يكفي إرسال STOP.',
  optInConfirmed:
    '{business}: تم اشتراكك. سنرسل إليك على WhatsApp: {purposes}. يمكنك إرسال STOP لإيقافها أو HELP للمساعدة.',
  noAdvertising: 'لا يمكن حاليًا إرسال إعلانات إلى أرقام هذا البلد ({country}). ويبقى اختيارك ساريًا.',
  askWhetherStop: 'هل نوقف جميع رسائل {business} إليك؟',
  buttonStop: 'إيقاف كل الرسائل',
  buttonKeep: 'استمرار الرسائل',
  askWhetherStopBySms: '{business}: هل نوقف جميع رسائلنا إليك؟ يُرجى إرسال STOP للإيقاف أو START للاستمرار.',
  help: '{business}: يمكنك إرسال STOP لإيقاف رسائلنا أو START لتصلك من جديد.',
  howToOptIn: 'للاشتراك، يُرجى إرسال OPTIN {name}.',
};
