import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'Kirim STOP atau BERHENTI untuk mengakhiri pesan.',
  optOutButton: 'Hentikan pesan',
};
