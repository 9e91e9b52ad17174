import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'الاختيار لك بكل حرية، وهو ليس شرطًا لأي عملية شراء. يمكنك إنهاء الرسائل في أي وقت ومجانًا: أرسل STOP أو «إيقاف» في المحادثة.',
  footer: 'أرسل STOP أو «إيقاف» لإنهاء الرسائل.',
  optOutButton: 'إيقاف الرسائل',
};
