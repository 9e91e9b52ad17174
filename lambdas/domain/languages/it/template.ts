import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'Invii STOP per non ricevere più messaggi.',
  optOutButton: 'Basta messaggi',
};
