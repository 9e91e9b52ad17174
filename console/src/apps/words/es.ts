import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Su negocio',
  lead: 'Bastan tres respuestas para empezar; todo se puede cambiar después, menos el nombre corto.',
  displayName: 'Nombre',
  displayNameHint: 'Como lo conoce la gente. Aparece en páginas y preguntas.',
  appId: 'Nombre corto',
  appIdHint: 'Para direcciones y para quienes programan: minúsculas, cifras y guiones. Queda para siempre.',
  locale: 'Idioma de su gente',
  timeZone: 'Zona horaria',
  timeZoneHint: 'Por ejemplo America/Mexico_City.',
  purpose: '¿Sobre qué va a escribir?',
  purposeHint: 'La gente dice que sí a esto y a nada más. Una para empezar; después puede haber más.',
  purposeName: 'Ofertas y novedades',
  category: '¿Qué tipo de mensaje es?',
  categoryHint: 'En palabras de WhatsApp: las ofertas son marketing, los avisos de pedidos son servicio.',
  whatsapp: 'Número de WhatsApp',
  whatsappLater: 'Déjelo vacío si aún no tiene.',
  phone: 'Número',
  phoneNumberId: 'Identificador del número',
  wabaId: 'Identificador de la cuenta de WhatsApp Business',
  portfolioId: 'Identificador del portafolio comercial',
  metaHint: 'Cifras. En el administrador de WhatsApp de Meta, en los ajustes del número.',
  make: 'Añadir el negocio',
  made: '{name} está aquí.',
};
