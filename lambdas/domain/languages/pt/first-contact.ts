import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'Olá, aqui é {business}. O que podemos enviar para você por aqui?',
  pick: 'Toque no que quiser receber. Cada opção é um sim só para ela.',
  open: 'Escolher',
  noThanks: 'Não, obrigado',
};
