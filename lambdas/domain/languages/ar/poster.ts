import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'امسح الرمز بهاتفك',
  open: 'أو افتح',
  receive: 'ما يمكنك تلقّيه',
  check: 'اختر ما تريد ثم أكّد على WhatsApp.',
  chat: 'تُفتح محادثة مع {business} على WhatsApp.',
  trademark: 'WhatsApp علامة تجارية لشركة Meta Platforms, Inc.\u200E هذا الملصق من {business}.',
};
