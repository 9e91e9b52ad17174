import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'Mesajları sonlandırmak için STOP yazıp gönderin.',
  optOutButton: 'Mesaj göndermeyin',
};
