import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'Envie STOP ou SAIR para não receber mais mensagens.',
  optOutButton: 'Parar mensagens',
};
