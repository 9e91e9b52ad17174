import type { Words } from '../../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  act: 'No contactar',
  title: 'Poner a {person} en la lista de no contactar',
  does: 'Desde este momento no se le envía nada, aunque haya dicho que sí. Su sí queda como está y vuelve a contar cuando usted quite a la persona de la lista.',
  scope: 'Qué se detiene',
  scopes: {
    all: 'Todo',
    marketing: 'Solo el marketing',
  },
  reason: 'Por qué',
  reasonHint: 'Por ejemplo «pidió a nuestra abogada que no le escribamos». Queda para siempre en la historia.',
  operator: 'Su nombre',
  operatorHint: 'Quién lo decidió. Se guarda como prueba.',
  documentRef: 'Dónde consta',
  documentRefHint: 'Por ejemplo el número de un caso o de una carta.',
  put: 'Poner en la lista',
  done: 'En la lista de no contactar.',
  holds: {
    all: 'En su lista de no contactar desde el {date}. No se le envía nada.',
    marketing: 'En su lista de no contactar para marketing desde el {date}.',
  },
  why: '«{text}» ({operator})',
  lift: 'Quitar de la lista',
  liftTitle: 'Quitar a {person} de la lista de no contactar',
  liftDoes:
    'Vuelve a valer lo que dijo: a quien dijo que sí se le puede escribir enseguida. Un no suyo sigue siendo un no.',
  liftReasonHint: 'Por ejemplo «resuelto por teléfono».',
  lifted: 'Fuera de la lista de no contactar.',
};
