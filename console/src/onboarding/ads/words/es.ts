import type { Words } from '../../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Anuncios que abren el chat',
  why: 'Un toque en su anuncio de Facebook o Instagram abre un chat con usted. Cada anuncio se cuenta aparte.',
  lead: 'Un toque abre un chat y no da de alta a nadie. A quien escribe se le pregunta, y la respuesta cuenta para el anuncio.',
  see: 'Ver todos los anuncios',
  how: 'Cómo funciona',
  noneTitle: 'Todavía no llegó ningún chat de un anuncio',
  noneWhy: 'Con el primer chat, el anuncio aparece aquí solo, con su titular. No hay que crear nada.',
  chats: { one: '{n} chat', other: '{n} chats' },
  optIns: { one: '{n} alta', other: '{n} altas' },
  columns: { chats: 'Chats', optIns: 'Altas', stops: 'Bajas' },
  since: 'primer chat',
  adId: 'Anuncio {id}',
  howTitle: 'Para que sus anuncios cuenten aquí',
  steps: {
    destination: 'Lleve el anuncio a WhatsApp',
    destinationWhy: 'En el administrador de anuncios de Meta, elija WhatsApp como destino y el número {number}.',
    noNumber: 'Su negocio todavía no tiene aquí un número de WhatsApp. Conéctelo primero.',
    question: 'Pregunte a quien escribe',
    questionOn: 'El primer mensaje está activo: a quien llega por un anuncio se le pregunta qué quiere.',
    questionOff:
      'El primer mensaje está desactivado. Sin él no se pregunta a nadie, y los anuncios traen chats pero no altas.',
    answer: 'Responda en 24 horas',
    answerWhy: 'Entonces puede escribir libremente durante 72 horas, y Meta no cobra por ello.',
    wait: 'Eso es todo',
    waitWhy: 'Con su primer chat, el anuncio aparece aquí. Puede cambiarle el nombre; el número de Meta queda al lado.',
  },
  toSettings: 'A los ajustes',
  seeQuestion: 'Ver el primer mensaje',
  setUpQuestion: 'Activarlo',
  uncounted: 'Quien toca el anuncio y no envía nada no deja rastro aquí. Esos toques los cuenta Meta.',
};
