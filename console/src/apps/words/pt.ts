import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Sua empresa',
  lead: 'Três respostas bastam para começar; tudo pode mudar depois, menos o nome curto.',
  displayName: 'Nome',
  displayNameHint: 'Como as pessoas a conhecem. Aparece em páginas e perguntas.',
  appId: 'Nome curto',
  appIdHint: 'Para endereços e desenvolvedores: letras minúsculas, números e hífens. Fica para sempre.',
  locale: 'Idioma das suas pessoas',
  timeZone: 'Fuso horário',
  timeZoneHint: 'Por exemplo America/Sao_Paulo.',
  purpose: 'Sobre o que você vai escrever?',
  purposeHint: 'As pessoas dizem sim a isto e a nada mais. Uma para começar; depois pode haver outras.',
  purposeName: 'Ofertas e novidades',
  category: 'Que tipo de mensagem é?',
  categoryHint: 'Nas palavras do WhatsApp: ofertas são marketing, avisos de pedidos são serviço.',
  whatsapp: 'Número do WhatsApp',
  whatsappLater: 'Deixe vazio se ainda não tiver.',
  phone: 'Número',
  phoneNumberId: 'Identificador do número',
  wabaId: 'Identificador da conta do WhatsApp Business',
  portfolioId: 'Identificador do portfólio empresarial',
  metaHint: 'Números. No gerenciador do WhatsApp da Meta, nas configurações do número.',
  make: 'Adicionar a empresa',
  made: '{name} está aqui.',
};
