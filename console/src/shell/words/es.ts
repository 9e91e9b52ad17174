import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  skip: 'Ir al contenido',
  navigation: 'Secciones',
  more: 'Más',
  close: 'Cerrar',
  business: 'Negocio',
  chooseBusiness: 'Elija un negocio',
  anotherBusiness: 'Añadir un negocio…',
  language: 'Idioma',
  look: 'Aspecto',
  themes: { system: 'Como el dispositivo', light: 'Claro', dark: 'Oscuro' },
  signOut: 'Cerrar sesión',
  tryingAgain: 'Se vuelve a intentar solo.',
  notYourRole: 'Esta sección no forma parte de su rol',
  notYourKey: 'Su clave no abre esta sección',
  opensFor: 'Se abre para: {roles}.',
  needsScope: 'Hace falta una clave con {scope}.',
  nothingForYou: 'Aquí todavía no hay nada para usted',
  askForOne: 'Pida a un propietario que le asigne un negocio.',
  broke: 'Esta parte de la página ha fallado.',
  brokeHow:
    'No se ha perdido nada de lo guardado. Recargue la página; si vuelve a fallar, avise a quien administra OptLedger.',
  reload: 'Recargar',
  toStart: 'Ir al inicio',
};
