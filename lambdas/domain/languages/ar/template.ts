import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'أرسل STOP أو «إيقاف» لإنهاء الرسائل.',
  optOutButton: 'إيقاف الرسائل',
};
