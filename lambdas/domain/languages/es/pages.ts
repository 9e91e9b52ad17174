import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Esta página es de {business}.',
    trademark: 'WhatsApp es una marca de Meta Platforms, Inc., que no interviene en esta página.',
    languages: 'Idioma',
    newTab: '(se abre en otra pestaña)',
  },
  check: {
    purposes: '¿Qué le gustaría recibir?',
    purposesHint: 'Marque lo que desee. No hay nada elegido de antemano.',
    agreement: 'Para lo que marque, usted declara:',
    confirm: 'No recibirá mensajes hasta que lo confirme en WhatsApp desde su propio teléfono.',
    continue: 'Continuar en WhatsApp',
    chat: 'Solo abrir el chat',
    chatNote: 'Al abrir el chat no se suscribe a nada.',
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
    numberMissing: 'Escriba su número.',
    numberInvalid: 'No parece un número de {country}. Revise las cifras, o empiece con + y el código del país.',
    numberTwice: 'Ya ha escrito este número.',
    country: 'Elija un país.',
    changed: 'El texto ha cambiado mientras tanto. Léalo de nuevo y elija.',
  },
  end: {
    heading: 'Un último paso',
    text: 'Abra WhatsApp y envíe el mensaje que ya está preparado. Su suscripción queda hecha cuando llegue.',
    onlyFrom: 'Envíelo desde el número terminado en {number}. Solo ese teléfono puede confirmar.',
    fromEach:
      'Envíelo desde cada uno de sus teléfonos: los números terminados en {numbers}. Cada uno confirma por sí mismo.',
    open: 'Abrir WhatsApp',
    scan: 'O escanee esto con su teléfono',
    message: 'Lo que va a enviar',
    messageHint: 'Por favor, no cambie el texto.',
    sent: 'Ya lo he enviado',
    notYet:
      'Su confirmación aún no ha llegado. Pulse enviar en WhatsApp, responda si allí se le pregunta algo e inténtelo de nuevo.',
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
      text: 'En este momento nadie puede suscribirse aquí. Inténtelo más tarde.',
    },
    expired: { heading: 'Este enlace ha caducado', text: 'Ya no es posible suscribirse aquí.' },
    full: { heading: 'Ya no quedan plazas', text: 'Ya se han suscrito aquí todas las personas posibles.' },
  },
  widget: {
    button: 'Recibir mensajes por WhatsApp',
    close: 'Cerrar',
    line: '{purposes} por WhatsApp',
    numberHint: 'Con + y el código del país, por ejemplo {example}',
    numberInvalid: 'Esto no parece un número de teléfono. Empiece con + y el código del país.',
    otherDevice: 'Escanear un código con el teléfono o ver si el mensaje ya llegó',
  },
  problem: {
    notFound: { heading: 'Esta página no existe', text: 'Revise la dirección o escanee el código otra vez.' },
    tooMany: { heading: 'Demasiados intentos', text: 'Espere unos minutos e inténtelo de nuevo.' },
    unreadable: {
      heading: 'No ha funcionado',
      text: 'Algo en el formulario no era lo esperado. No se ha guardado nada. Vuelva atrás y abra la página otra vez.',
    },
    failed: { heading: 'Algo ha fallado aquí', text: 'Inténtelo de nuevo en un momento.' },
  },
};
