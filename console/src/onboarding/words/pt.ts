import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const pt: Words<typeof en> = {
  title: 'Captação',
  lead: 'As formas de dizer sim a {name}. Ninguém é inscrito antes de ter dito isso.',
  allPoints: 'Todos os pontos',
  open: { one: '{n} aberto', other: '{n} abertos' },
  brought: {
    one: '{n} adesão, {share} de todas nos pontos',
    other: '{n} adesões, {share} de todas nos pontos',
  },
  noneYet: 'ainda sem adesões',
  more: { one: 'mais {n}', other: 'mais {n}' },
  poster: 'Imprimir o cartaz',
  mechanisms: {
    link: {
      title: 'Link e código QR',
      why: 'Em um cartaz, um recibo ou um perfil: as pessoas escaneiam ou tocam, marcam o que querem e confirmam no WhatsApp.',
      make: 'Novo link',
      newTitle: 'Novo link e código QR',
    },
    widget: {
      title: 'Widget',
      why: 'Um botão ou formulário no seu próprio site, com as suas cores. Uma linha de código, sem cookies.',
      make: 'Novo widget',
      newTitle: 'Novo widget',
    },
    'landing-page': {
      title: 'Página de adesão',
      why: 'Uma página nossa onde as pessoas digitam o número. Para anúncios e newsletters, quando você não tem página.',
      make: 'Nova página de adesão',
      newTitle: 'Nova página de adesão',
    },
    'personal-link': {
      title: 'Links pessoais',
      why: 'Um link para cada pessoa, em um e-mail ou SMS a clientes que você já conhece. O número já vem preenchido.',
      make: 'Preparar links pessoais',
      newTitle: 'Preparar links pessoais',
    },
    'preference-page': {
      title: 'Página de preferências',
      why: 'Onde cada pessoa vê o que aceitou, muda ou para tudo. Deve ficar no fim de cada e-mail.',
      make: 'Nova página de preferências',
      newTitle: 'Nova página de preferências',
    },
  },
  sms: 'SMS',
  smsWhy:
    'As pessoas mandam um SMS ao seu número e ficam inscritas. Funciona sem internet, no papel, no rádio e na TV.',
  smsNotYet: 'Para funcionar, falta nas configurações do seu negócio:',
  smsLacks: {
    name: 'o nome que as pessoas escrevem depois de OPTIN',
    number: 'um número que receba SMS',
    purpose: 'uma finalidade à qual o SMS diga sim',
  },
  smsGives: 'Quem envia este texto diz sim a {purposes}:',
  smsPoster: 'Para o seu cartaz',
  smsSentence: 'Envie {text} para {numbers}',
  noNoticeTitle: 'Primeiro, o texto que as pessoas aceitam',
  noNoticeWhy: 'Tudo o que você fizer aqui o mostra e o guarda com cada sim, como prova. Publique-o e volte.',
  toNotices: 'Escrever o texto',
  noWhatsapp: 'Isto leva a um chat, e o seu negócio ainda não tem aqui um número de WhatsApp. Conecte-o primeiro.',
  whoGives: 'De onde vem o número?',
  phoneGives: 'Do telefone que confirma',
  phoneGivesHint: 'Nada a digitar: as pessoas marcam e tocam em enviar no WhatsApp.',
  typed: 'As pessoas digitam',
  typedHint: 'Para um pagamento ou cadastro que já pede o número. O telefone ainda precisa confirmar.',
  made: '“{name}” está pronto.',
};
