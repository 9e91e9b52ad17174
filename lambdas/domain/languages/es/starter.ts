import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Mensajes de ${business} por WhatsApp`,
  agreement: (business) => `Acepto recibir {purposes} de ${business} por WhatsApp en {number}.`,
  purposes: {
    marketing: 'ofertas y novedades',
    utility: 'avisos sobre pedidos',
    authentication: 'códigos de un solo uso',
  },
  benefits: (business) =>
    `Lo que usted elija le llegará al chat que ya usa cada día, y allí mismo podrá responder a ${business}.`,
  frequency: {
    marketing: 'Las ofertas y novedades llegan como máximo cuatro veces al mes.',
    utility: 'Los avisos sobre pedidos llegan solo cuando hay algo nuevo en un pedido.',
    authentication: 'Los códigos llegan solo cuando usted los pide.',
  },
  privacy: (business) =>
    `El aviso de privacidad de ${business} explica quiénes somos y cómo contactarnos, qué hacemos con su número, qué derechos tiene y dónde puede reclamar.`,
};
