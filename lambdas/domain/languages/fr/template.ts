import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'Envoyez STOP pour ne plus recevoir nos messages.',
  optOutButton: 'Arrêter les messages',
};
