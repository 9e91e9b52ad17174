import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Aponte a câmera do celular',
  open: 'ou acesse',
  receive: 'O que você pode receber',
  check: 'Escolha o que quiser e confirme no WhatsApp.',
  chat: 'Abre uma conversa com {business} no WhatsApp.',
  trademark: 'WhatsApp é uma marca da Meta Platforms, Inc. Este cartaz é de {business}.',
  print: 'Imprima esta página em 100% ou salve em PDF.',
  card: 'Display de balcão',
  tent: 'Display de mesa',
};
