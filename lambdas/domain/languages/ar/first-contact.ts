import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'مرحبًا، هنا {business}. ماذا يمكننا أن نرسل إليك هنا؟',
  pick: 'يكفي الضغط على ما يهمك. كل خيار موافقة عليه وحده.',
  open: 'اختيار',
  noThanks: 'لا، شكرًا',
};
