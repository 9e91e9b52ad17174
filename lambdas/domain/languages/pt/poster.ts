import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Escaneie com o seu telefone',
  open: 'ou abra',
  receive: 'O que você pode receber',
  check: 'Escolha o que deseja e confirme no WhatsApp.',
  chat: 'Abre uma conversa com {business} no WhatsApp.',
  trademark: 'WhatsApp é uma marca da Meta Platforms, Inc. Este cartaz é de {business}.',
};
