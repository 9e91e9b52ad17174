import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'الاختيار لك بكل حرية، وهو ليس شرطًا لأي عملية شراء. يمكنك الإيقاف في أي وقت ومجانًا: يكفي إرسال STOP أو «إيقاف» في المحادثة.',
  footer: 'لإنهاء الرسائل، يكفي إرسال STOP أو «إيقاف».',
  optOutButton: 'إيقاف كل الرسائل',
};
