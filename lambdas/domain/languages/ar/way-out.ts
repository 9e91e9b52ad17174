import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'لك حرية الاختيار، وهذا ليس شرطًا لأي عملية شراء. يمكنك إيقاف الرسائل في أي وقت ومجانًا: يكفي إرسال STOP أو «إيقاف» في المحادثة.',
  footer: 'لإنهاء الرسائل، يكفي إرسال STOP أو «إيقاف».',
  optOutButton: 'إيقاف كل الرسائل',
};
