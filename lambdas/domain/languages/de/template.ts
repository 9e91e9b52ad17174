import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'Senden Sie STOP, um die Nachrichten zu beenden.',
  optOutButton: 'Nachrichten stoppen',
};
