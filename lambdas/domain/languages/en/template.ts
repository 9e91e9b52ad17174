import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'Send STOP to end these messages.',
  optOutButton: 'Stop all messages',
};
