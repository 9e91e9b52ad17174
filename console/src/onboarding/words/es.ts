import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Captación',
  lead: 'Las formas de decirle que sí a {name}. Nadie queda dado de alta sin haberlo dicho.',
  allPoints: 'Todos los puntos',
  open: { one: '{n} abierto', other: '{n} abiertos' },
  brought: {
    one: '{n} alta, {share} de todas las de los puntos',
    other: '{n} altas, {share} de todas las de los puntos',
  },
  noneYet: 'todavía sin altas',
  more: { one: '{n} más', other: '{n} más' },
  poster: 'Imprimir el cartel',
  mechanisms: {
    link: {
      title: 'Enlace y código QR',
      why: 'En un cartel, un recibo o un perfil: la gente escanea o toca, marca lo que quiere y confirma en WhatsApp.',
      make: 'Nuevo enlace',
      newTitle: 'Nuevo enlace y código QR',
    },
    widget: {
      title: 'Widget',
      why: 'Un botón o formulario en su propio sitio, con sus colores. Una línea de código, sin cookies.',
      make: 'Nuevo widget',
      newTitle: 'Nuevo widget',
    },
    'landing-page': {
      title: 'Página de alta',
      why: 'Una página nuestra donde la gente escribe su número. Para anuncios y boletines cuando usted no tiene página.',
      make: 'Nueva página de alta',
      newTitle: 'Nueva página de alta',
    },
    'personal-link': {
      title: 'Enlaces personales',
      why: 'Un enlace para cada persona, en un correo o SMS a clientes que ya conoce. Su número ya está escrito.',
      make: 'Preparar enlaces personales',
      newTitle: 'Preparar enlaces personales',
    },
    'preference-page': {
      title: 'Página de preferencias',
      why: 'Donde cada persona ve lo que aceptó, lo cambia o lo detiene todo. Debe ir al pie de cada correo.',
      make: 'Nueva página de preferencias',
      newTitle: 'Nueva página de preferencias',
    },
  },
  sms: 'SMS',
  smsWhy:
    'La gente manda un mensaje a su número y queda dada de alta. Sirve sin internet, en papel, radio y televisión.',
  smsNotYet: 'Para que funcione, en los ajustes de su negocio falta:',
  smsLacks: {
    name: 'el nombre que la gente escribe después de OPTIN',
    number: 'un número que reciba SMS',
    purpose: 'una finalidad a la que el mensaje diga que sí',
  },
  smsGives: 'Quien envía este texto dice que sí a {purposes}:',
  smsPoster: 'Para su cartel',
  smsSentence: 'Envíe {text} al {numbers}',
  noNoticeTitle: 'Primero, el texto que la gente acepta',
  noNoticeWhy: 'Todo lo que haga aquí lo muestra y lo guarda con cada sí, como prueba. Publíquelo y vuelva.',
  toNotices: 'Escribir el texto',
  noWhatsapp: 'Esto lleva a un chat, y su negocio todavía no tiene aquí un número de WhatsApp. Conéctelo primero.',
  whoGives: '¿De dónde viene el número?',
  phoneGives: 'Del teléfono que confirma',
  phoneGivesHint: 'No hay que escribir nada: la gente marca y pulsa enviar en WhatsApp.',
  typed: 'La gente lo escribe',
  typedHint: 'Para un pago o registro que pide el número de todos modos. El teléfono debe confirmar igual.',
  made: '«{name}» está listo.',
};
