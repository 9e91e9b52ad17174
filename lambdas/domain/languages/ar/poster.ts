import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'امسح الرمز بكاميرا هاتفك',
  open: 'أو افتح',
  receive: 'ما يمكنك تلقّيه',
  check: 'اختر ما يناسبك ثم أكّد على WhatsApp.',
  chat: 'تُفتح محادثة مع {business} على WhatsApp.',
  trademark: 'WhatsApp علامة تجارية لشركة Meta Platforms, Inc.\u200E هذا الملصق من {business}.',
  print: 'اطبع هذه الصفحة بمقاس 100% أو احفظها بصيغة PDF.',
  card: 'بطاقة المنضدة',
  tent: 'بطاقة الطاولة',
};
