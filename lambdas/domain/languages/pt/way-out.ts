import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'A escolha é sua e não é condição para nenhuma compra. Você pode parar a qualquer momento, de graça: envie STOP ou SAIR na conversa.',
  footer: 'Envie STOP ou SAIR para não receber mais mensagens.',
  optOutButton: 'Parar mensagens',
};
