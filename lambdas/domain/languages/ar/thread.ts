import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'تغيير ما يصلني',
  buttonStopMarketing: 'إيقاف الإعلانات',
  askWhichBySms:
    '{business}: هل نوقف رسائلنا إليك؟ يُرجى إرسال STOP لإيقافها كلها، أو «إيقاف الإعلانات» لإيقاف الإعلانات وحدها، أو START لاستمرارها.',
  getsNow: '{business}: هذا ما يصلك منا الآن: {purposes}.',
  getsNothing: '{business}: لا تصلك منا أي رسائل الآن.',
  adding: 'لإضافة شيء، يمكنك اختيار «استلام». ويعني ذلك:',
  howToAdd: 'ليصلك المزيد منا، يلزم الاشتراك لدينا.',
  more: 'لا تتسع هذه القائمة لكل شيء. يمكنك مراسلتنا بشأن الباقي.',
  open: 'عرض القائمة',
  rowGet: 'استلام: {purposes}',
  rowStop: 'إيقاف: {purposes}',
  rowStopAll: 'إيقاف كل الرسائل',
  rowStopAllHint: 'لن تصلك رسائل منا بعد الآن',
};
