import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'مرحبًا، هنا {business}.',
  listen: 'هذا ما يمكن الموافقة عليه:',
  yes: 'للموافقة يكفي الضغط على 1. ولا تسري الموافقة إلا بعد قول نعم على WhatsApp أيضًا.',
  no: 'لعدم تلقي هذه الرسائل يكفي الضغط على 2.',
  thanks: 'شكرًا. إذا وصلت رسالتنا على WhatsApp فيكفي الرد عليها، ولا تسري الموافقة إلا بعد ذلك.',
  declined: 'حسنًا. لن تصل هذه الرسائل.',
  nothing: 'لم يتغير شيء. مع السلامة.',
};
