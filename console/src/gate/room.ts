import type { Room } from '../room.ts';

export const gateRoom: Room = {
  id: 'gate',
  title: {
    en: 'Send gate',
    es: 'Control de envíos',
    pt: 'Controle de envios',
    ar: 'بوابة الإرسال',
    de: 'Versandkontrolle',
    hi: 'भेजने की जाँच',
  },
  sign: 'M10 2.5 16 5v5c0 4-2.8 6.4-6 7.5C6.8 16.4 4 14 4 10V5zM7.3 9.8l2 2 3.5-4',
  scope: 'users:read',
  load: () => import('./gate-room.tsx'),
};
