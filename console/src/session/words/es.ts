import type { Words } from '../../words/words.ts';
import type { en } from './en.ts';

export const es: Words<typeof en> = {
  title: 'Iniciar sesión',
  lead: 'Vea quién dijo que sí, quién dijo que no y por qué.',
  key: 'Clave de API',
  keyHint: 'Empieza por olk_ y queda en esta pestaña hasta que la cierre.',
  signIn: 'Entrar',
  withKey: 'Tengo una clave de API',
  noKey: 'Escriba la clave.',
  over: 'Inicie sesión de nuevo',
  overWhy: 'Su sesión ha terminado. Lo que escribió sigue aquí: entre y continúe.',
  overNewWindow: 'Se abre otra ventana. Cuando haya entrado, vuelva a esta.',
  refused: 'Esta clave no abre nada aquí.',
  whereFrom:
    'En su propio equipo, npm start muestra un enlace con el que entra. En otro lugar, la clave se la da quien administra OptLedger.',
  invitedOnly: 'Solo entra quien fue invitado. Pida la invitación a un propietario.',
  finishing: 'Un momento, está entrando…',
  elsewhere: 'Ya entró',
  elsewhereHow: 'Continúe en la ventana donde estaba. Puede cerrar esta.',
  refusedByPool: 'No se pudo entrar. Inténtelo otra vez.',
  notOurs: 'Si otra ventana le pidió entrar, continúe allí. Si no, entre de nuevo.',
  failed: 'La página para entrar no responde ahora. Inténtelo dentro de un momento.',
  noRole: 'Aquí no tiene ningún rol',
  noRoleHow: 'Su correo se conoce, pero sin rol. Pida a un propietario que le invite.',
  somebodyElse: 'Entrar como otra persona',
  roles: {
    owner: 'Propietario',
    marketer: 'Marketing',
    support: 'Atención al cliente',
    auditor: 'Auditor',
    numbers: 'Marketing con acceso a números',
  },
};
