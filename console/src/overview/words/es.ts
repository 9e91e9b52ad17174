import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Resumen',
  lead: 'Cómo puede {name} escribir a su gente, y qué queda por hacer.',
  peopleSome: { one: '{n} persona conocida', other: '{n} personas conocidas' },
  peopleMore: 'Más de {n} personas conocidas',
  peopleNone: 'Todavía no hay nadie',
  optedIn: {
    one: 'A {n} de ellas se le puede escribir sobre {purpose}.',
    other: 'A {n} de ellas se les puede escribir sobre {purpose}.',
  },
  seePeople: 'Ver las personas',
  steps: 'Primeros pasos',
  stepsDone: '{done} de {all} hechos',
  allDone: 'Todo está listo.',
  next: 'Siguiente',
  done: 'Hecho',
  open: 'Pendiente',
  stepNames: {
    app: 'Su negocio está aquí',
    purposes: 'Diga sobre qué quiere escribir',
    whatsapp: 'Conecte su número de WhatsApp',
    notice: 'Publique el texto que la gente acepta',
    point: 'Haga el primer enlace, código QR o widget',
    person: 'Consiga el primer sí',
  },
  stepWhy: {
    app: 'Su nombre aparece en cada página y en cada pregunta.',
    purposes: 'La gente dice que sí a una finalidad, como ofertas o avisos de pedidos, y a nada más.',
    whatsapp: 'Ahí llegan las respuestas y los STOP, y ahí lleva el enlace de cada código QR.',
    notice: 'Lo que se mostró se guarda con cada sí, palabra por palabra, como prueba.',
    point: 'Por aquí entra la gente: un cartel en la puerta, un enlace en un correo, una casilla en la caja.',
    person: 'Escanee su propio código, marque y pulse enviar. Será la primera persona de la lista.',
  },
};
