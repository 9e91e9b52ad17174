import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Esta página es de {business}.',
    trademark: 'WhatsApp es una marca de Meta Platforms, Inc., que no participa en esta página.',
    languages: 'Idioma',
    newTab: '(se abre en otra pestaña)',
    privacy: 'Aviso de privacidad',
    chat: 'Chatear con {business}',
    shop: 'Volver a {business}',
  },
  check: {
    purposes: 'Elige qué quieres recibir',
    agreement: 'Según lo que elijas, aceptas esto:',
    confirm: 'Lo confirmas en WhatsApp, desde tu teléfono. Hasta entonces no te llega ningún mensaje.',
    continue: 'Continuar en WhatsApp',
    chat: 'Chatear sin suscribirme',
    chatNote: 'Chatear no te suscribe a nada.',
    notOpened: '¿No se abre WhatsApp?',
  },
  number: {
    country: 'País',
    number: 'Tu número de WhatsApp',
    example: 'Por ejemplo, {example}',
    more: 'Añadir otro número',
    another: 'Número {n}',
    moreHint: 'Si el número es de otro país, empieza con + y el código de ese país.',
  },
  fault: {
    summary: 'Hay algo que corregir',
    purposes: 'Elige al menos una opción.',
    purposesOrChat: 'Elige al menos una opción, o chatea sin suscribirte.',
    numberMissing: 'Escribe tu número, por ejemplo, {example}.',
    numberInvalid:
      'Ese número no parece correcto. Escríbelo así: {example} ({country}), o empieza con + y el código del país.',
    numberWithCode: 'Ese número no parece correcto. Empieza con + y el código del país, por ejemplo, {example}.',
    numberTwice: 'Este número está repetido.',
    country: 'Elige tu país, o empieza el número con + y el código del país, por ejemplo, {example}.',
    notServed: 'No es posible enviar mensajes a números de este país ({country}). Escribe otro número.',
    changed: 'El texto ha cambiado desde que abriste esta página. Léelo de nuevo y elige lo que quieras.',
  },
  end: {
    heading: 'Ya casi está: toca Enviar en WhatsApp',
    step: 'Paso 2 de 2',
    text: 'Abre WhatsApp y envía a {business} el mensaje que ya está listo. En cuanto llegue, queda confirmado.',
    onlyFrom: 'Envíalo desde el número terminado en {number}. Solo vale desde ese teléfono.',
    fromEach:
      'Envíalo desde cada uno de tus teléfonos: los números terminados en {numbers}. Cada uno se confirma por separado.',
    open: 'Abrir WhatsApp',
    scan: 'Escanea este código con tu teléfono',
    message: 'Tu mensaje para {business}',
    messageHint: 'Deja el texto como está, por favor.',
    sent: 'Ya está enviado',
    notYet:
      'Tu mensaje aún no ha llegado. Toca Enviar en WhatsApp, responde si allí te preguntamos algo y vuelve a intentarlo.',
    looking: 'Esta página se actualiza sola cuando llega tu mensaje.',
    stopLooking: 'Desactivar',
    until: 'Tienes hasta el {time}.',
    confirmedHeading: 'Suscripción confirmada',
    confirmedText: '{business} te escribirá por WhatsApp sobre:',
    confirmedNumbers: 'Confirmado: número terminado en {numbers}.',
    waitingNumbers: 'Falta confirmar: número terminado en {numbers}.',
    noAdvertising:
      'Por ahora no es posible enviar publicidad a números de este país ({country}). Tu elección cuenta igualmente.',
    howToStop: 'Para no recibir más mensajes, envía STOP en el chat.',
    lapsed: {
      heading: 'Se acabó el tiempo para confirmar',
      text: 'Si el mensaje ya está enviado, no se pierde nada. Si no, no has aceptado nada y puedes empezar de nuevo.',
    },
    again: 'Empezar de nuevo',
  },
  closed: {
    paused: {
      heading: 'Cerrado por ahora',
      text: '{business} no acepta suscripciones aquí por ahora. Vuelve a intentarlo más tarde.',
    },
    expired: { heading: 'Este enlace ha expirado', text: 'Pídele uno nuevo a {business}, o mándale un saludo.' },
    full: { heading: 'Ya está completo', text: '{business} ya no puede aceptar más suscripciones aquí.' },
  },
  widget: {
    button: 'Novedades por WhatsApp',
    close: 'Cerrar',
    line: '{purposes} por WhatsApp',
    numberHint: 'Con + y el código del país, por ejemplo, {example}',
    otherDevice: 'Escanear un código con el teléfono, o ver si el mensaje ya llegó',
  },
  problem: {
    retry: 'Intentar de nuevo',
    notFound: { heading: 'No encontramos esta página', text: 'Revisa la dirección o escanea el código otra vez.' },
    tooMany: { heading: 'Demasiados intentos', text: 'Espera unos minutos y vuelve a intentarlo.' },
    unreadable: {
      heading: 'No se pudo completar',
      text: 'Algo en el formulario no estaba bien, por eso no se guardó nada. Vuelve atrás y abre la página de nuevo.',
    },
    failed: { heading: 'Lo sentimos, algo salió mal', text: 'Vuelve a intentarlo en un momento.' },
  },
};
