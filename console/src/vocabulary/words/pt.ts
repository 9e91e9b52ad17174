import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  states: {
    'never-asked': 'Nunca perguntado',
    pending: 'À espera do telefone',
    'opted-in': 'Aceitou',
    'opted-out': 'Recusou',
    expired: 'Expirado',
    erased: 'Apagado',
  },
  sources: {
    api: 'pelo seu próprio sistema',
    'web-form': 'em um formulário web',
    paper: 'no papel',
    'point-of-sale': 'em um caixa',
    'call-centre': 'por telefone',
    import: 'por uma importação',
    ivr: 'por um menu telefônico',
    email: 'por e-mail',
    policy: 'por uma regra da empresa',
    'whatsapp-message': 'em uma mensagem do WhatsApp',
    'whatsapp-button': 'por um botão no WhatsApp',
    'whatsapp-platform': 'nas configurações do WhatsApp',
    'in-app-signup': 'por uma inscrição no WhatsApp',
    'messaging-provider': 'segundo o provedor de mensagens',
    'sms-keyword': 'por SMS',
    'preference-page': 'na página de preferências',
    'personal-link': 'por um link pessoal',
    erasure: 'por uma exclusão',
  },
  categories: { marketing: 'Marketing', utility: 'Serviço', authentication: 'Códigos' },
};
