import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Negocio de muestra',
  lead: 'Una cafetería con un año de historia, para mirar con calma. Todo es inventado.',
  what: 'Luna Coffee: 1000 personas, cinco puntos, dos idiomas',
  whatWhy:
    'Personas que aceptaron por un cartel, una página web, un widget, SMS o en papel, que se dieron de baja, cuyo sí venció y que escribieron hoy. Todo pasa por las páginas, los webhooks y la API de verdad, con un reloj que recorre el año. Tarda unos dos minutos.',
  apart: 'Tiene su propia base de datos. Su negocio no se toca, y la muestra se elimina entera.',
  make: 'Crear el negocio de muestra',
  making: 'Pasa un año…',
  howFar: '{share} hecho',
  ready: 'El negocio de muestra está abierto',
  readyWhy: 'Tiene su propia dirección. Se creó en {seconds} segundos y sigue ahí después de reiniciar.',
  open: 'Ir al negocio de muestra',
  discard: 'Eliminarlo',
  discardAsk: '¿Eliminar el negocio de muestra?',
  discardWhy: 'Sus datos desaparecen. Puede crearlo de nuevo; es igual cada vez. Su propio negocio queda como está.',
  keep: 'Conservarlo',
  failed: 'No se pudo crear. No se guardó nada de él.',
  here: 'Está en el negocio de muestra',
  hereWhy: 'Nada de lo que haga aquí toca su propio negocio. Desde allí se elimina la muestra.',
  back: 'Volver a su negocio',
  banner: 'Negocio de muestra: todas las personas son inventadas.',
  lookAround: 'O mire primero:',
};
