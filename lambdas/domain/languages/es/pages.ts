import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Esta página es de {business}.',
    trademark: 'WhatsApp es una marca de Meta Platforms, Inc., que no interviene en esta página.',
    languages: 'Idioma',
    newTab: '(se abre en otra pestaña)',
    privacy: 'Aviso de privacidad',
    chat: 'Chatear con {business}',
    shop: 'Volver a {business}',
  },
  check: {
    purposes: '¿Qué le gustaría recibir?',
    agreement: 'Para lo que marque, usted declara:',
    confirm: 'No recibirá mensajes hasta que lo confirme en WhatsApp desde su propio teléfono.',
    continue: 'Continuar en WhatsApp',
    chat: 'Solo abrir el chat',
    chatNote: 'Al abrir el chat no se suscribe a nada.',
    notOpened: '¿No se abrió WhatsApp?',
  },
  number: {
    country: 'País',
    number: 'Su número de WhatsApp',
    example: 'Por ejemplo {example}',
    more: 'Añadir otro número',
    another: 'Número {n}',
    moreHint: 'Si el número es de otro país, empiece con + y el código de ese país.',
  },
  fault: {
    summary: 'Revise lo siguiente',
    purposes: 'Marque al menos una opción.',
    purposesOrChat: 'Marque al menos una opción, o simplemente abra el chat.',
    numberMissing: 'Escriba su número, por ejemplo {example}.',
    numberInvalid:
      'El número no parece correcto. Escríbalo así: {example} ({country}), o empiece con + y el código del país.',
    numberWithCode: 'El número no parece correcto. Empiece con + y el código del país, por ejemplo {example}.',
    numberTwice: 'Ya ha escrito este número.',
    country: 'Elija su país o empiece el número con + y el código del país, por ejemplo {example}.',
    changed: 'El texto ha cambiado mientras tanto. Léalo de nuevo y elija.',
  },
  end: {
    heading: 'Un último paso',
    step: 'Paso 2 de 2',
    text: 'Abra WhatsApp y envíe a {business} el mensaje que ya está preparado. Su suscripción queda hecha cuando llegue.',
    onlyFrom: 'Envíelo desde el número terminado en {number}. Solo ese teléfono puede confirmar.',
    fromEach:
      'Envíelo desde cada uno de sus teléfonos: los números terminados en {numbers}. Cada uno confirma por sí mismo.',
    open: 'Abrir WhatsApp',
    scan: 'Escanee esto con su teléfono',
    message: 'Su mensaje a {business}',
    messageHint: 'Por favor, no cambie el texto.',
    sent: 'Ya lo he enviado',
    notYet:
      'Su confirmación aún no ha llegado. Pulse enviar en WhatsApp, responda si allí se le pregunta algo e inténtelo de nuevo.',
    looking: 'Esta página se actualiza sola cuando llega su mensaje.',
    stopLooking: 'Desactivar',
    until: 'Puede hacerlo hasta el {time}.',
    confirmedHeading: 'Suscripción confirmada',
    confirmedText: '{business} ya puede escribirle por WhatsApp sobre:',
    confirmedNumbers: 'Confirmado: número terminado en {numbers}.',
    waitingNumbers: 'Aún sin confirmar: número terminado en {numbers}.',
    howToStop: 'Para dejar de recibirlos, envíe STOP en el chat en cualquier momento.',
    lapsed: {
      heading: 'Este paso ha caducado',
      text: 'Si ya envió el mensaje, no se ha perdido nada. Si no, no se ha guardado ningún consentimiento suyo y puede empezar de nuevo.',
    },
    again: 'Empezar de nuevo',
  },
  closed: {
    paused: {
      heading: 'Cerrado por ahora',
      text: '{business} no admite nuevas inscripciones aquí por ahora. Inténtelo más tarde.',
    },
    expired: {
      heading: 'Este enlace ha caducado',
      text: 'Pida uno nuevo a {business} o simplemente escriba para saludar.',
    },
    full: { heading: 'Ya no quedan plazas', text: '{business} ha llegado aquí al límite de inscripciones.' },
  },
  widget: {
    button: 'Recibir mensajes por WhatsApp',
    close: 'Cerrar',
    line: '{purposes} por WhatsApp',
    numberHint: 'Con + y el código del país, por ejemplo {example}',
    otherDevice: 'Escanear un código con el teléfono o ver si el mensaje ya llegó',
  },
  problem: {
    retry: 'Intentar de nuevo',
    notFound: { heading: 'Esta página no existe', text: 'Revise la dirección o escanee el código otra vez.' },
    tooMany: { heading: 'Demasiados intentos', text: 'Espere unos minutos e inténtelo de nuevo.' },
    unreadable: {
      heading: 'No ha funcionado',
      text: 'Algo en el formulario no era lo esperado. No se ha guardado nada. Vuelva atrás y abra la página otra vez.',
    },
    failed: { heading: 'Algo ha fallado aquí', text: 'Inténtelo de nuevo en un momento.' },
  },
};
