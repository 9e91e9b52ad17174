import type { Room } from '../room.ts';

/** The phones of made-up people; local mode only. */
export const phoneRoom: Room = {
  id: 'phone',
  title: {
    en: 'Phone',
    es: 'Teléfono',
    pt: 'Telefone',
    ar: 'الهاتف',
    de: 'Telefon',
    hi: 'फ़ोन',
  },
  sign: 'M6.5 2.5h7v15h-7zM9 15h2',
  load: () => import('./phone.tsx'),
};
