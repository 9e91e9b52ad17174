import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Mensagens de ${business} no WhatsApp`,
  agreement: (business) => `Aceito receber {purposes} de ${business} no WhatsApp, com envio para {number}.`,
  purposes: {
    marketing: 'ofertas e novidades',
    utility: 'avisos sobre pedidos',
    authentication: 'códigos de uso único',
  },
  benefits: (business) =>
    `O que você escolher chega na conversa que você já usa todo dia, e ali mesmo você pode responder a ${business}.`,
  frequency: {
    marketing: 'Ofertas e novidades chegam no máximo quatro vezes por mês.',
    utility: 'Os avisos sobre pedidos chegam só quando há algo novo em um pedido.',
    authentication: 'Os códigos chegam só quando você pede.',
  },
  privacy: (business) =>
    `O aviso de privacidade de ${business} explica quem somos e como falar conosco, o que fazemos com o seu número, quais são os seus direitos e onde você pode reclamar.`,
};
