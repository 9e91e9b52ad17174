import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Recibe mensajes de ${business} por WhatsApp`,
  agreement: (business) => `Acepto recibir {purposes} de ${business} por WhatsApp en {number}.`,
  purposes: {
    marketing: 'ofertas y novedades',
    utility: 'avisos sobre pedidos',
    authentication: 'códigos de un solo uso',
  },
  benefits: (business) => `Directo a tu teléfono, y puedes responder a ${business} en el mismo chat.`,
  frequency: {
    marketing: 'Ofertas y novedades: cuatro veces al mes como máximo.',
    utility: 'Avisos sobre pedidos: solo cuando hay algo nuevo sobre tu pedido.',
    authentication: 'Códigos: solo cuando los pides.',
  },
  privacy: (business) =>
    `El aviso de privacidad de ${business} explica quiénes somos y cómo contactarnos, qué hacemos con tu número, qué derechos tienes y dónde puedes reclamar.`,
};
