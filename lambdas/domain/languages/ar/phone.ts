import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'مرحبًا، هنا {business}.',
  listen: 'هذا ما يمكن الموافقة عليه:',
  yes: 'للموافقة يكفي الضغط على 1. سنسأل بعدها مرة أخرى على WhatsApp.',
  no: 'لعدم تلقي هذه الرسائل يكفي الضغط على 2.',
  thanks: 'شكرًا. بقي الرد على رسالتنا في WhatsApp.',
  declined: 'حسنًا. لن تصل هذه الرسائل.',
  nothing: 'لم يتغير شيء. مع السلامة.',
};
