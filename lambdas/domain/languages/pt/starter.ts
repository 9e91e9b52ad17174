import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Receba mensagens de ${business} no WhatsApp`,
  agreement: (business) => `Aceito que ${business} envie {purposes} pelo WhatsApp para {number}.`,
  purposes: {
    marketing: 'ofertas e novidades',
    utility: 'atualizações de pedidos',
    authentication: 'códigos de uso único',
  },
  benefits: (business) => `Direto no seu celular, e você pode responder para ${business} na própria conversa.`,
  frequency: {
    marketing: 'Ofertas e novidades: no máximo quatro vezes por mês.',
    utility: 'Atualizações de pedidos: só quando há algo novo sobre o seu pedido.',
    authentication: 'Códigos: só quando você pede.',
  },
  privacy: (business) =>
    `O aviso de privacidade de ${business} explica quem somos e como falar com a gente, o que fazemos com o seu número, quais são os seus direitos e onde você pode reclamar.`,
};
