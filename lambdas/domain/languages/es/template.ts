import type { TemplateWords } from '../topics/template.ts';

export const template: TemplateWords = {
  footer: 'Envíe STOP o BAJA para no recibir más mensajes.',
  optOutButton: 'Detener mensajes',
};
