import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Iniciar sesión',
  lead: 'Vea quién dijo que sí, quién dijo que no y por qué.',
  key: 'Clave de API',
  keyHint: 'Empieza por olk_ y queda en esta pestaña hasta que la cierre.',
  signIn: 'Entrar',
  noKey: 'Escriba la clave.',
  over: 'Inicie sesión de nuevo',
  overWhy: 'Su sesión ha terminado. Lo que escribió sigue aquí: entre y continúe.',
  refused: 'Esta clave no abre nada aquí.',
  whereFrom:
    'En su propio equipo, npm start muestra un enlace con el que entra. En otro lugar, la clave se la da quien administra OptLedger.',
};
