import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'مسح الرمز بكاميرا الهاتف',
  open: 'أو زيارة',
  receive: 'ما يمكن أن يصلك',
  check: 'يكفي اختيار ما يناسبك، ثم التأكيد عبر WhatsApp.',
  chat: 'تُفتح محادثة مع {business} على WhatsApp.',
  trademark: 'WhatsApp علامة تجارية لشركة Meta Platforms, Inc.\u200E هذا الملصق من {business}.',
  print: 'تُطبع هذه الصفحة بمقاس 100%، أو تُحفظ بصيغة PDF.',
  card: 'بطاقة المنضدة',
  tent: 'بطاقة الطاولة',
};
