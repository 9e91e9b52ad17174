import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  skip: 'Ir para o conteúdo',
  navigation: 'Seções',
  more: 'Mais',
  close: 'Fechar',
  business: 'Empresa',
  chooseBusiness: 'Escolha uma empresa',
  anotherBusiness: 'Adicionar uma empresa…',
  language: 'Idioma',
  look: 'Aparência',
  themes: { system: 'Como o dispositivo', light: 'Claro', dark: 'Escuro' },
  signOut: 'Sair',
  tryingAgain: 'Uma nova tentativa é feita automaticamente.',
  notYourRole: 'Esta seção não faz parte do seu papel',
  notYourKey: 'Sua chave não abre esta seção',
  opensFor: 'Ela abre para: {roles}.',
  needsScope: 'É preciso uma chave com {scope}.',
  nothingForYou: 'Ainda não há nada aqui para você',
  askForOne: 'Peça a um proprietário que lhe dê acesso a uma empresa.',
  broke: 'Esta parte da página falhou.',
  brokeHow:
    'Nada do que foi salvo se perdeu. Recarregue a página; se falhar de novo, avise quem administra o OptLedger.',
  reload: 'Recarregar',
  toStart: 'Ir para o início',
};
